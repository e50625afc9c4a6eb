import { List } from "@shopify/polaris";
import type { ShownFinding } from "./shown-finding.ts";

/** What has to be mended, one line each. */
export const FindingTexts = ({ findings }: { readonly findings: readonly ShownFinding[] }) => (
  <List>
    {findings.map(({ ruleId, field, message }) => (
      <List.Item key={`${ruleId} ${field} ${message}`}>{message}</List.Item>
    ))}
  </List>
);
