import type { DocumentKind } from "#domain/merchant";
import type { DeliveryState } from "#domain/workflows";
import type { Query } from "../api/call.ts";

/** The tabs above the list. */
export const DOCUMENT_VIEWS = ["all", "drafts", "issued", "sent", "failed"] as const;
export type DocumentView = (typeof DOCUMENT_VIEWS)[number];

/** The list as its address describes it; "" means: not filtered. */
export type DocumentQuery = Readonly<{
  view: DocumentView;
  search: string;
  kind: DocumentKind | "";
  paid: "yes" | "no" | "";
  delivery: DeliveryState | "none" | "";
  from: string;
  to: string;
}>;

const KINDS: readonly DocumentKind[] = [
  "orderConfirmation",
  "proforma",
  "deliveryNote",
  "receipt",
  "invoice",
  "creditNote",
];
const DELIVERIES = ["waiting", "sent", "failed", "none"] as const;

/** A wrong value in an address is as good as none: the list shows more, never an error. */
export function readDocumentQuery(params: URLSearchParams): DocumentQuery {
  const oneOf = <Value extends string>(key: string, values: readonly Value[]) =>
    values.find((value) => value === params.get(key)) ?? "";
  const dateAt = (key: string) => /^\d{4}-\d{2}-\d{2}$/.exec(params.get(key) ?? "")?.[0] ?? "";
  return {
    view: oneOf("view", DOCUMENT_VIEWS) || "all",
    search: (params.get("search") ?? "").trim().slice(0, 200),
    kind: oneOf("kind", KINDS),
    paid: oneOf("paid", ["yes", "no"]),
    delivery: oneOf("delivery", DELIVERIES),
    from: dateAt("from"),
    to: dateAt("to"),
  };
}

const viewFilters: Readonly<Record<DocumentView, Query>> = {
  all: {},
  drafts: { state: "draft" },
  issued: { state: "issued" },
  sent: { delivery: "sent" },
  failed: { delivery: "failed" },
};

/** What the service is asked. A view that is about deliveries wins over a delivery filter. */
export const filterOf = (query: DocumentQuery): Query => ({
  search: query.search,
  kind: query.kind,
  isPaid: query.paid && String(query.paid === "yes"),
  delivery: query.delivery,
  fromDate: query.from,
  toDate: query.to,
  ...viewFilters[query.view],
});

/** True when a search or a filter, not the tab alone, may explain an empty list. */
export function isNarrowed(query: DocumentQuery): boolean {
  const { view: _, ...narrowing } = query;
  return Object.values(narrowing).some((value) => value !== "");
}

/** A view about deliveries already says which; the others can be narrowed. */
export const allowsDelivery = ({ view }: Pick<DocumentQuery, "view">): boolean =>
  view === "all" || view === "issued";
