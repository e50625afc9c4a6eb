import { Banner, List } from "@shopify/polaris";

interface ProblemsBannerProps {
  readonly title: string;
  readonly problems: readonly { readonly documentId: string; readonly message: string }[];
  /** How people know a document: its number, or its order. */
  readonly nameOf: (documentId: string) => string;
}

/** Which documents of an action could not be done, and why. Stays until the next action. */
export function ProblemsBanner({ title, problems, nameOf }: ProblemsBannerProps) {
  return (
    <Banner tone="critical" title={title}>
      <List>
        {problems.map(({ documentId, message }) => (
          <List.Item key={documentId}>
            <strong>{nameOf(documentId)}</strong>: {message}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
