import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { homeWords } from "../wording/home.ts";

const words = homeWords.waiting;

interface WaitingCardProps {
  readonly drafts: number;
  /** Of these drafts. */
  readonly draftsToMend: number;
  /** Of these drafts those that wait for room in the plan. */
  readonly held: number;
  readonly failedDeliveries: number;
  /** Null when it could not be counted. */
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
      key: "draftsToMend",
      count: draftsToMend,
      label: words.draftsToMend(draftsToMend),
      to: places.documents({ view: "drafts" }),
    },
    { key: "held", count: held, label: words.held(held), to: places.plan() },
    {
      key: "drafts",
      count: toIssue,
      label: words.drafts(toIssue),
      to: places.documents({ view: "drafts" }),
    },
    {
      key: "failed",
      count: failedDeliveries,
      label: words.failed(failedDeliveries),
      to: places.documents({ view: "failed" }),
    },
    { key: "orders", count: orders, label: words.orders(orders), to: places.orders() },
  ].filter(({ count }) => count > 0);

  return (
    <SectionCard title={words.title}>
      {ordersWithoutDocument === null && <Banner status="warning">{words.ordersUnknown}</Banner>}
      {tiles.length === 0 && ordersWithoutDocument !== null && (
        <p className="docket-quiet">{words.nothing}</p>
      )}
      {tiles.length > 0 && (
        <div className="docket-tiles">
          {tiles.map(({ key, count, label, to }) => (
            <Link key={key} to={to} className="docket-tile">
              <span className="docket-figure">{count}</span> <span>{label}</span>
            </Link>
          ))}
        </div>
      )}
    </SectionCard>
  );
}
