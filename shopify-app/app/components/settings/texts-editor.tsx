import type { Language, PaidState, Texts } from "#domain/merchant";
import { BlockStack, Button } from "@shopify/polaris";
import { useState } from "react";
import { textsWords as words } from "../../wording/settings.ts";
import { BesideCards } from "../beside-cards.tsx";
import { ConfirmModal } from "../confirm-modal.tsx";
import { FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";
import { placeholders } from "./text-placeholders.ts";
import { useInsertAtCursor } from "./use-insert-at-cursor.ts";

export interface TextsForm {
  readonly texts: Texts;
}

interface TextsEditorProps {
  readonly form: SettingsForm<TextsForm>;
  readonly language: Language;
  readonly paidState: PaidState;
  readonly defaults: Texts;
}

/** Caption, subject and message of one language and one state, with the placeholders they may use. */
export function TextsEditor({ form, language, paidState, defaults }: TextsEditorProps) {
  const caption = `texts.captions.${paidState}.${language}` as const;
  const mail = `texts.mails.${paidState}.${language}` as const;
  const paths = [caption, `${mail}.subject`, `${mail}.body`] as const;
  const { onFocus, insert } = useInsertAtCursor((fieldId, text) => {
    const path = paths.find((each) => each === fieldId);
    if (path) form.write(path, text);
  });
  const restore = () => {
    form.write(caption, defaults.captions[paidState][language]);
    form.write(`${mail}.subject`, defaults.mails[paidState][language].subject);
    form.write(`${mail}.body`, defaults.mails[paidState][language].body);
  };

  return (
    <div onFocus={onFocus}>
      <BlockStack gap="400">
        <SectionCard title={words.caption.title}>
          <FormText
            form={form}
            path={caption}
            label={words.caption.caption}
            helpText={words.caption.help}
            multiline={3}
            maxHeight={240}
          />
        </SectionCard>
        <SectionCard title={words.mail.title} text={words.mail.help}>
          <FormText form={form} path={`${mail}.subject`} label={words.mail.subject} />
          <FormText
            form={form}
            path={`${mail}.body`}
            label={words.mail.body}
            multiline={10}
            maxHeight={480}
          />
        </SectionCard>
        <PlaceholdersCard onInsert={(code) => insert(code, `${mail}.body`)} />
        <RestoreButton language={language} paidState={paidState} onRestore={restore} />
      </BlockStack>
    </div>
  );
}

const PlaceholdersCard = ({ onInsert }: { readonly onInsert: (code: string) => void }) => (
  <SectionCard title={words.placeholders.title} text={words.placeholders.text}>
    <div className="placeholders">
      {placeholders.map(({ label, code }) => (
        <Button
          key={code}
          size="micro"
          accessibilityLabel={words.placeholders.insert(label)}
          onClick={() => onInsert(code)}
        >
          {label}
        </Button>
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
    <BesideCards>
      <Button onClick={() => setIsAsking(true)}>{restore.button}</Button>
      <ConfirmModal
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
    </BesideCards>
  );
}
