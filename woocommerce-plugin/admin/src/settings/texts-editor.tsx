import { useState } from "@wordpress/element";
import { defaultSettings, type Language, type PaidState, type Texts } from "#domain/merchant";
import { FormLines, FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { textsWords as words } from "../wording/settings.ts";
import { placeholders } from "./text-placeholders.ts";
import { useInsertAtCursor } from "./use-insert-at-cursor.ts";

export interface TextsForm {
  readonly texts: Texts;
}

interface TextsEditorProps {
  readonly form: SettingsForm<TextsForm>;
  readonly language: Language;
  readonly paidState: PaidState;
}

/** Caption, subject and message of one language and one state, with the placeholders they may use. */
export function TextsEditor({ form, language, paidState }: TextsEditorProps) {
  const caption = `texts.captions.${paidState}.${language}` as const;
  const mail = `texts.mails.${paidState}.${language}` as const;
  const paths = [caption, `${mail}.subject`, `${mail}.body`] as const;
  const { onFocus, insert } = useInsertAtCursor((fieldId, text) => {
    const path = paths.find((each) => each === fieldId);
    if (path) form.write(path, text);
  });
  const restore = () => {
    const { captions, mails } = defaultSettings().texts;
    form.write(caption, captions[paidState][language]);
    form.write(`${mail}.subject`, mails[paidState][language].subject);
    form.write(`${mail}.body`, mails[paidState][language].body);
  };

  return (
    <div className="docket-stack" onFocus={onFocus}>
      <SectionCard title={words.caption.title}>
        <FormLines
          form={form}
          path={caption}
          label={words.caption.caption}
          help={words.caption.help}
          rows={3}
        />
      </SectionCard>
      <SectionCard title={words.mail.title} text={words.mail.help}>
        <FormText form={form} path={`${mail}.subject`} label={words.mail.subject} />
        <FormLines form={form} path={`${mail}.body`} label={words.mail.body} rows={10} />
      </SectionCard>
      <PlaceholdersCard onInsert={(code) => insert(code, `${mail}.body`)} />
      <RestoreButton language={language} paidState={paidState} onRestore={restore} />
    </div>
  );
}

const PlaceholdersCard = ({ onInsert }: { readonly onInsert: (code: string) => void }) => (
  <SectionCard title={words.placeholders.title} text={words.placeholders.text}>
    <div className="docket-buttons">
      {placeholders.map(({ label, code }) => (
        <PushButton
          key={code}
          isSmall
          spokenName={words.placeholders.insert(label)}
          onClick={() => onInsert(code)}
        >
          {label}
        </PushButton>
      ))}
    </div>
  </SectionCard>
);

interface RestoreButtonProps extends Pick<TextsEditorProps, "language" | "paidState"> {
  readonly onRestore: () => void;
}

function RestoreButton({ language, paidState, onRestore }: RestoreButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { restore, languages, states } = words;
  return (
    <p>
      <PushButton onClick={() => setIsAsking(true)}>{restore.button}</PushButton>
      <ConfirmDialog
        question={
          isAsking
            ? {
                title: restore.title,
                text: restore.text(languages[language], states[paidState]),
                confirmLabel: restore.confirm,
              }
            : null
        }
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          onRestore();
          setIsAsking(false);
        }}
      />
    </p>
  );
}
