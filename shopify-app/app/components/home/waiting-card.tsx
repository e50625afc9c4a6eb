import { Link } from "@remix-run/react";
import { Banner, Box, InlineGrid, Text } from "@shopify/polaris";
import { homeWords } from "../../wording/home.ts";
import { PLAN_URL } from "../../wording/plan.ts";
import { SectionCard } from "../section-card.tsx";

const words = homeWords.waiting;

interface WaitingCardProps {
  readonly drafts: number;
  /** Of these drafts. */
  readonly draftsToMend: number;
  /** Of these drafts those that wait for room in the plan. */
  readonly held: number;
  readonly failedDeliveries: number;
  /** Null when the shop could not be asked. */
  readonly ordersWithoutDocument: number | null;
}

/** What a merchant should look at, each with the list that shows it. */
export function WaitingCard({
  drafts,
  draftsToMend,
  held,
  failedDeliveries,
  ordersWithoutDocument,
}: WaitingCardProps) {
  const orders = ordersWithoutDocument ?? 0;
  // One that waits for the plan can be one to mend too.
  const toIssue = Math.max(0, drafts - draftsToMend - held);
  const tiles = [
    {
      count: draftsToMend,
      label: words.draftsToMend(draftsToMend),
      url: "/app/documents?view=drafts",
    },
    { count: held, label: words.held(held), url: PLAN_URL },
    { count: toIssue, label: words.drafts(toIssue), url: "/app/documents?view=drafts" },
    {
      count: failedDeliveries,
      label: words.failed(failedDeliveries),
      url: "/app/documents?view=failed",
    },
    { count: orders, label: words.orders(orders), url: "/app/orders" },
  ].filter(({ count }) => count > 0);

  return (
    <SectionCard title={words.title}>
      {ordersWithoutDocument === null && <Banner tone="warning">{words.ordersUnknown}</Banner>}
      {tiles.length === 0 && ordersWithoutDocument !== null && (
        <Text as="p" tone="subdued">
          {words.nothing}
        </Text>
      )}
      {tiles.length > 0 && (
        <InlineGrid columns={{ xs: 1, sm: tiles.length }} gap="300">
          {tiles.map(({ count, label, url }) => (
            <Link key={label} to={url} className="tile">
              <Box padding="400" background="bg-surface-secondary" borderRadius="300">
                <Text as="p" variant="headingLg">
                  {count}
                </Text>
                <span className="tile-label">{label}</span>
              </Box>
            </Link>
          ))}
        </InlineGrid>
      )}
    </SectionCard>
  );
}
