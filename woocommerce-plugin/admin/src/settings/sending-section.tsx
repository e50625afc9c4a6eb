import { FormText } from "../form/fields.tsx";
import { FormFrame } from "../form/form-frame.tsx";
import { pageFacts } from "../page-facts.ts";
import { SectionCard } from "../parts/section-card.tsx";
import { sendingWords } from "../wording/settings.ts";
import type { SectionProps } from "./section-props.ts";
import { TestMailCard } from "./test-mail-card.tsx";
import { useSectionForm } from "./use-section-form.ts";

const { sender: words, mails } = sendingWords;

export function SendingSection({ settings: { sending, seller }, onSaved }: SectionProps) {
  const form = useSectionForm({ onSaved }, { sending });
  return (
    <div className="docket-stack">
      <FormFrame form={form}>
        <SectionCard title={words.title} text={words.text}>
          <FormText
            form={form}
            path="sending.senderName"
            label={words.senderName}
            help={words.senderNameHelp}
            autoComplete="organization"
          />
          <FormText
            form={form}
            path="sending.replyTo"
            type="email"
            label={words.replyTo}
            help={words.replyToHelp}
            autoComplete="email"
          />
          <FormText
            form={form}
            path="sending.bcc"
            type="email"
            label={words.bcc}
            help={words.bccHelp}
          />
        </SectionCard>
      </FormFrame>
      <SectionCard title={mails.title} text={mails.text}>
        <p>{mails.choice}</p>
        <p>
          <a className="button" href={pageFacts.connectionUrl}>
            {mails.link}
          </a>
        </p>
      </SectionCard>
      <TestMailCard ownAddress={sending.replyTo || seller.email} isDirty={form.isDirty} />
    </div>
  );
}
