import { TextControl } from "@wordpress/components";
import { useState } from "@wordpress/element";
import { call, servicePath, type Answer } from "../api/call.ts";
import { FieldHelp } from "../form/field-help.tsx";
import { Banner } from "../parts/banner.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { sendingWords } from "../wording/settings.ts";

const words = sendingWords.test;

interface TestMailCardProps {
  readonly ownAddress: string;
  /** The test uses what is saved, so unsaved changes come first. */
  readonly isDirty: boolean;
}

interface Sent {
  readonly recipient: string;
  readonly answer: Answer<unknown>;
}

/** Sends a sample and waits for the mail server's answer. */
export function TestMailCard({ ownAddress, isDirty }: TestMailCardProps) {
  const [typed, setTyped] = useState(ownAddress);
  const [error, setError] = useState("");
  const [isSending, setIsSending] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const recipient = typed.trim();

  const send = async () => {
    setError(recipient === "" ? words.missing : "");
    if (recipient === "") return;
    setSent(null);
    setIsSending(true);
    const answer = await call(servicePath("test-mail"), { method: "POST", data: { recipient } });
    setIsSending(false);
    setSent({ recipient, answer });
  };

  return (
    <SectionCard title={words.title} text={words.text}>
      <TextControl
        __nextHasNoMarginBottom
        __next40pxDefaultSize
        type="email"
        autoComplete="email"
        label={words.recipient}
        value={typed}
        onChange={setTyped}
        aria-invalid={error !== ""}
        help={<FieldHelp help={isDirty ? words.saveFirst : ""} error={error} />}
      />
      <p>
        <PushButton isBusy={isSending} isDisabled={isDirty} onClick={() => void send()}>
          {words.button}
        </PushButton>
      </p>
      {sent &&
        (sent.answer.ok ? (
          <Banner status="success" title={words.sent(sent.recipient)} />
        ) : (
          <ProblemBanner title={words.notSent} problem={sent.answer.problem} />
        ))}
    </SectionCard>
  );
}
