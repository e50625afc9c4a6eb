import { Badge, BlockStack, Button, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { homeWords } from "../../wording/home.ts";
import { SectionCard } from "../section-card.tsx";

const words = homeWords.setup;

interface Step {
  readonly step: keyof typeof words.steps;
  readonly isDone: boolean;
}

/** The way to the first document. Gone once every step is done. */
export function SetupCard({ steps }: { readonly steps: readonly Step[] }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length) return null;
  const next = steps.find(({ isDone }) => !isDone)?.step;
  return (
    <SectionCard title={words.title} text={words.progress(done, steps.length)}>
      <ProgressBar
        progress={(done / steps.length) * 100}
        size="small"
        tone="success"
        ariaLabelledBy="setup-progress"
      />
      <span id="setup-progress" hidden>
        {words.progress(done, steps.length)}
      </span>
      <BlockStack gap="400" as="ol">
        {steps.map((step) => (
          <SetupStep key={step.step} {...step} isNext={step.step === next} />
        ))}
      </BlockStack>
    </SectionCard>
  );
}

function SetupStep({ step, isDone, isNext }: Step & { readonly isNext: boolean }) {
  const { title, text, button, url } = words.steps[step];
  return (
    <li>
      <InlineStack gap="400" align="space-between" blockAlign="center">
        <BlockStack gap="050">
          <InlineStack gap="200" align="start" blockAlign="center">
            <Text as="h3" fontWeight="semibold">
              {title}
            </Text>
            {isDone && <Badge tone="success">{words.done}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued">
            {text}
          </Text>
        </BlockStack>
        {!isDone && (
          <Button url={url} variant={isNext ? "primary" : "secondary"}>
            {button}
          </Button>
        )}
      </InlineStack>
    </li>
  );
}
