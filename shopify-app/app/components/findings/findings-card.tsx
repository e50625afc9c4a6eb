import type { Finding } from "#domain/doctor";
import {
  Badge,
  BlockStack,
  Button,
  InlineStack,
  Link,
  Text,
  type BadgeProps,
} from "@shopify/polaris";
import { findingsWords as words } from "../../wording/findings.ts";
import { SectionCard } from "../section-card.tsx";
import type { ShownFinding } from "./shown-finding.ts";

const tones: Readonly<Record<Finding["severity"], NonNullable<BadgeProps["tone"]>>> = {
  error: "critical",
  warning: "warning",
  info: "info",
};

interface FindingsCardProps {
  readonly findings: readonly ShownFinding[];
  readonly urlOf: (finding: ShownFinding) => string | null;
  readonly isBusy: boolean;
  /** Undefined where looking again changes nothing. */
  readonly onCheck?: (() => void) | undefined;
}

/** What the doctor says: errors first. Good news is said too. */
export function FindingsCard({ findings, urlOf, isBusy, onCheck }: FindingsCardProps) {
  return (
    <SectionCard title={words.title}>
      {findings.length === 0 && (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      )}
      {worstFirst(findings).map((finding) => (
        <FindingEntry
          key={`${finding.ruleId} ${finding.field} ${finding.message}`}
          finding={finding}
          url={urlOf(finding)}
        />
      ))}
      {onCheck && (
        <InlineStack>
          <Button disabled={isBusy} onClick={onCheck}>
            {words.check}
          </Button>
        </InlineStack>
      )}
    </SectionCard>
  );
}

const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "info"];

const worstFirst = (findings: readonly ShownFinding[]) =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

const FindingEntry = ({ finding, url }: { finding: ShownFinding; url: string | null }) => (
  <BlockStack gap="100" inlineAlign="start">
    <Badge tone={tones[finding.severity]}>{words.severities[finding.severity]}</Badge>
    <Text as="p" breakWord>
      {finding.message}
    </Text>
    <InlineStack gap="300" blockAlign="baseline">
      {url !== null && (
        <Link url={url} target={url.startsWith("shopify:") ? "_top" : "_self"}>
          {words.mend}
        </Link>
      )}
      <Text as="span" tone="subdued" variant="bodySm">
        {words.rule(finding.ruleId)}
      </Text>
    </InlineStack>
  </BlockStack>
);
