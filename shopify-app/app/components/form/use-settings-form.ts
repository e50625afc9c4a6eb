import { readPath, writePath, type FieldPath } from "#domain/screens";
import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useAnswer } from "../use-answer.ts";

/** What the action of a settings page answers. */
export interface SaveOutcome {
  readonly isSaved: boolean;
  /** "" when saved. */
  readonly message: string;
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export interface SettingsForm<Values> {
  readonly values: Values;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why nothing was saved, until something is changed; "" otherwise. */
  readonly message: string;
  readonly read: (path: FieldPath<Values>) => unknown;
  /** "" when there is none. */
  readonly errorAt: (path: FieldPath<Values>) => string;
  readonly write: (path: FieldPath<Values>, value: unknown) => void;
  /** Other values as a whole. What was wrong before may now stand elsewhere, so it is no longer shown. */
  readonly replace: (values: Values) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

const NOTHING_WRONG: SaveOutcome = { isSaved: false, message: "", fieldErrors: {} };

/**
 * Holds one or more sections of the settings while they are edited. `saved` is what the server has; when that changes,
 * after a save, the form follows it. The server checks everything; its messages are shown at their fields.
 */
export function useSettingsForm<Values extends object>(saved: Values): SettingsForm<Values> {
  const shopify = useAppBridge();
  const fetcher = useFetcher<SaveOutcome>();
  const savedText = JSON.stringify(saved);
  const [followed, setFollowed] = useState(savedText);
  const [values, setValues] = useState(saved);
  const [outcome, setOutcome] = useState(NOTHING_WRONG);

  const discard = () => {
    setFollowed(savedText);
    setValues(saved);
    setOutcome(NOTHING_WRONG);
  };
  if (followed !== savedText) discard();
  useAnswer(fetcher, (answer) => {
    if (answer.isSaved) {
      discard();
      shopify.toast.show("Settings saved");
    } else {
      setOutcome(answer);
      focusFirst(Object.keys(answer.fieldErrors));
    }
  });

  return {
    values,
    isDirty: JSON.stringify(values) !== savedText,
    isSaving: fetcher.state !== "idle",
    message: outcome.message,
    read: (path) => readPath(values, path),
    errorAt: (path) => outcome.fieldErrors[path] ?? "",
    write: (path, value) => {
      setValues((current) => writePath(current, path, value));
      setOutcome(({ fieldErrors: { [path]: _mended, ...fieldErrors } }) => ({
        ...NOTHING_WRONG,
        fieldErrors,
      }));
    },
    replace: (next) => {
      setValues(next);
      setOutcome(NOTHING_WRONG);
    },
    save: () =>
      fetcher.submit(JSON.stringify(values), { method: "post", encType: "application/json" }),
    discard,
  };
}

/** Each field's id is its path. The first one on the page, not in the answer. */
function focusFirst(paths: readonly string[]) {
  const fields = paths.flatMap((path) => document.getElementById(path) ?? []);
  const inPageOrder = fields.toSorted((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  inPageOrder[0]?.focus();
}
