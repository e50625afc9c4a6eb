import { useFetcher } from "@remix-run/react";
import { Banner, Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { sendingWords } from "../../wording/settings.ts";
import { SectionCard } from "../section-card.tsx";

const words = sendingWords.test;

export interface TestMailOutcome {
  readonly recipient: string;
  /** What the mail server said; "" when it took the mail. */
  readonly problem: string;
}

interface TestMailCardProps {
  readonly ownAddress: string;
  /** The test uses what is saved, so unsaved changes come first. */
  readonly isDirty: boolean;
}

/** Sends a sample and waits for the mail server's answer. */
export function TestMailCard({ ownAddress, isDirty }: TestMailCardProps) {
  const fetcher = useFetcher<TestMailOutcome>();
  const [recipient, setRecipient] = useState(ownAddress);
  const [error, setError] = useState("");
  const isSending = fetcher.state !== "idle";

  const send = () => {
    setError(recipient.trim() === "" ? words.missing : "");
    if (recipient.trim() === "") return;
    fetcher.submit(
      { recipient: recipient.trim() },
      { method: "post", action: "/app/settings/test-mail", encType: "application/json" },
    );
  };

  return (
    <SectionCard title={words.title} text={words.text}>
      <TextField
        type="email"
        label={words.recipient}
        value={recipient}
        onChange={setRecipient}
        error={error}
        helpText={isDirty ? words.saveFirst : ""}
        autoComplete="email"
        connectedRight={
          <Button onClick={send} loading={isSending} disabled={isDirty}>
            {words.button}
          </Button>
        }
      />
      <output className="block">
        {!isSending && fetcher.data && <TestMailResult {...fetcher.data} />}
      </output>
    </SectionCard>
  );
}

const TestMailResult = ({ recipient, problem }: TestMailOutcome) =>
  problem === "" ? (
    <Banner tone="success">{words.sent(recipient)}</Banner>
  ) : (
    <Banner tone="critical" title={words.notSent}>
      {problem}
    </Banner>
  );
