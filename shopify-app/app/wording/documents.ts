import type { DocumentView } from "../components/documents/document-query.ts";

export const documentsWords = {
  title: "Documents",
  searchPlaceholder: "Search number, order, customer or e-mail",
  views: {
    all: "All",
    drafts: "Drafts",
    issued: "Issued",
    sent: "Sent",
    failed: "Not delivered",
  } satisfies Record<DocumentView, string>,
  filters: {
    kind: "Kind",
    paid: "Payment",
    delivery: "Delivery",
    dates: "Date",
    from: "From",
    to: "Up to and including",
    paidOptions: { yes: "Paid", no: "To be paid" },
    deliveryOptions: {
      sent: "Sent",
      waiting: "On its way",
      failed: "Not delivered",
      none: "Never sent",
    },
  },
  columns: {
    document: "Document",
    order: "Order",
    buyer: "Customer",
    date: "Date",
    payment: "Payment",
    stage: "Status",
    total: "Total",
  },
  actions: {
    issueAndSend: "Issue and send",
    issue: "Issue",
    send: "Send",
    download: "Download PDFs (ZIP)",
    discard: "Discard drafts",
  },
  none: {
    heading: "No documents yet",
    text: "A document appears here when an order meets one of your rules, or when you make one from an order.",
    orders: "Go to orders",
    rules: "See the rules",
  },
  emptyViews: {
    drafts: "No drafts. Everything is issued.",
    issued: "Nothing is issued yet.",
    sent: "Nothing was sent yet.",
    failed: "Nothing failed. Every e-mail was delivered.",
  } satisfies Record<Exclude<DocumentView, "all">, string>,
  noneFound: {
    heading: "No documents match",
    text: "Try another search, or remove a filter.",
    clear: "Clear search and filters",
  },
  draft: "Draft",
  problems: (count: string) => `${count} could not be done`,
};
