import type { DocumentKind } from "#domain/merchant";
import type { DeliveryState, DocumentFilter } from "#domain/workflows";

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

const viewFilters: Readonly<Record<DocumentView, DocumentFilter>> = {
  all: {},
  drafts: { state: "draft" },
  issued: { state: "issued" },
  sent: { delivery: "sent" },
  failed: { delivery: "failed" },
};

/** What the store is asked. A view that is about deliveries wins over a delivery filter. */
export function filterOf(query: DocumentQuery): DocumentFilter {
  return {
    ...(query.search && { search: query.search }),
    ...(query.kind && { kind: query.kind }),
    ...(query.paid && { isPaid: query.paid === "yes" }),
    ...(query.delivery && { delivery: query.delivery }),
    ...(query.from && { fromDate: query.from }),
    ...(query.to && { toDate: query.to }),
    ...viewFilters[query.view],
  };
}

/** True when a search or a filter, not the tab alone, may explain an empty list. */
export function isNarrowed(query: DocumentQuery): boolean {
  const { view: _, ...narrowing } = query;
  return Object.values(narrowing).some((value) => value !== "");
}
