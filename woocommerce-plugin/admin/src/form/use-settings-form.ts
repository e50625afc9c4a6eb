import type { MerchantSettings } from "#domain/merchant";
import { readPath, writePath, type FieldPath } from "#domain/screens";
import { useState } from "@wordpress/element";
import { call, servicePath, type Answer } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import { useToast } from "../frame/toasts.tsx";
import { settingsWords } from "../wording/settings.ts";

export interface SettingsForm<Values> {
  readonly values: Values;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why nothing was saved, until something is changed; null otherwise. */
  readonly problem: Problem | null;
  readonly read: (path: FieldPath<Values>) => unknown;
  /** "" when there is none. */
  readonly errorAt: (path: FieldPath<Values>) => string;
  readonly write: (path: FieldPath<Values>, value: unknown) => void;
  /** Other values as a whole. What was wrong before may now stand elsewhere, so it is no longer shown. */
  readonly replace: (values: Values) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

interface Wrong {
  readonly problem: Problem | null;
  readonly fieldErrors: Problem["fieldErrors"];
}
const NOTHING_WRONG: Wrong = { problem: null, fieldErrors: {} };

/**
 * Holds one or more sections of the settings while they are edited. `saved` is what the service has; when that changes,
 * after a save, the form follows it. The service checks everything; its messages are shown at their fields. `send` saves.
 */
export function useSettingsForm<Values extends object>(
  saved: Values,
  send: (values: Values) => Promise<Answer<unknown>>,
): SettingsForm<Values> {
  const tell = useToast();
  const savedText = JSON.stringify(saved);
  const [followed, setFollowed] = useState(savedText);
  const [values, setValues] = useState(saved);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const [isSaving, setIsSaving] = useState(false);

  const discard = () => {
    setFollowed(savedText);
    setValues(saved);
    setWrong(NOTHING_WRONG);
  };
  if (followed !== savedText) discard();

  const save = async () => {
    setIsSaving(true);
    const answer = await send(values);
    setIsSaving(false);
    if (answer.ok) {
      setWrong(NOTHING_WRONG);
      tell(settingsWords.saved);
      return;
    }
    const { problem } = answer;
    setWrong({ problem, fieldErrors: problem.fieldErrors });
    focusFirst(Object.keys(problem.fieldErrors));
  };

  return {
    values,
    isDirty: JSON.stringify(values) !== savedText,
    isSaving,
    problem: wrong.problem,
    read: (path) => readPath(values, path),
    errorAt: (path) => wrong.fieldErrors[path] ?? "",
    write: (path, value) => {
      setValues((current) => writePath(current, path, value));
      setWrong(({ fieldErrors: { [path]: _mended, ...fieldErrors } }) => ({
        problem: null,
        fieldErrors,
      }));
    },
    replace: (next) => {
      setValues(next);
      setWrong(NOTHING_WRONG);
    },
    save: () => void save(),
    discard,
  };
}

/** Sections of the settings, saved as they are; answered with the settings as a whole. */
export const putSettings = (sections: object) =>
  call<MerchantSettings>(servicePath("settings"), { method: "PUT", data: sections });

/** Each field's id is its path. The first one on the page, not in the answer. */
function focusFirst(paths: readonly string[]) {
  const fields = paths.flatMap((path) => document.getElementById(path) ?? []);
  const inPageOrder = fields.toSorted((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  inPageOrder[0]?.focus();
}
