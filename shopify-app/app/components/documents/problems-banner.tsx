import { Banner, Link, List, Text } from "@shopify/polaris";
import { PLAN_URL, planWords } from "../../wording/plan.ts";
import { FindingTexts } from "../findings/finding-texts.tsx";
import { documentUrl } from "./document-name.ts";
import type { CommandOutcome } from "./document-command.ts";

interface ProblemsBannerProps {
  readonly title: string;
  readonly problems: CommandOutcome["problems"];
  /** How people know a document: its number, or its order. */
  readonly nameOf: (documentId: string) => string;
  /** How many drafts wait for room in the plan, where that may be why. */
  readonly heldCount?: number;
}

/** Which documents of an action could not be done, and why. Stays until the next action. */
export function ProblemsBanner({ title, problems, nameOf, heldCount = 0 }: ProblemsBannerProps) {
  return (
    <Banner tone="critical" title={title}>
      <List>
        {problems.map(({ documentId, message, findings }) => (
          <List.Item key={documentId}>
            <Link url={documentUrl(documentId)}>{nameOf(documentId)}</Link>
            {findings.length === 0 ? `: ${message}` : <FindingTexts findings={findings} />}
          </List.Item>
        ))}
      </List>
      {heldCount > 0 && (
        <Text as="p">
          {planWords.document.waiting(heldCount)} <Link url={PLAN_URL}>{planWords.see}</Link>
        </Text>
      )}
    </Banner>
  );
}
