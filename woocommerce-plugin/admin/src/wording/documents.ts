import { __, _n, sprintf } from "@wordpress/i18n";
import type { DocumentQuery, DocumentView } from "../documents/document-query.ts";

export const documentsWords = {
  title: __("Documents", "docket"),
  loading: __("Loading the documents…", "docket"),
  search: __("Search number, order, customer or e-mail", "docket"),
  viewsLabel: __("Which documents", "docket"),
  views: {
    all: __("All", "docket"),
    drafts: __("Drafts", "docket"),
    issued: __("Issued", "docket"),
    sent: __("Sent", "docket"),
    failed: __("Not delivered", "docket"),
  } satisfies Record<DocumentView, string>,
  filters: {
    label: __("Filters", "docket"),
    kind: __("Kind", "docket"),
    anyKind: __("Every kind", "docket"),
    paid: __("Payment", "docket"),
    anyPaid: __("Paid or not", "docket"),
    delivery: __("Delivery", "docket"),
    anyDelivery: __("Sent or not", "docket"),
    from: __("From", "docket"),
    to: __("Up to and including", "docket"),
    clear: __("Clear search and filters", "docket"),
    paidOptions: { yes: __("Paid", "docket"), no: __("To be paid", "docket") },
    deliveryOptions: {
      sent: __("Sent", "docket"),
      waiting: __("On its way", "docket"),
      failed: __("Not delivered", "docket"),
      none: __("Never sent", "docket"),
    } satisfies Record<Exclude<DocumentQuery["delivery"], "">, string>,
  },
  columns: {
    document: __("Document", "docket"),
    order: __("Order", "docket"),
    buyer: __("Customer", "docket"),
    date: __("Date", "docket"),
    payment: __("Payment", "docket"),
    stage: __("Status", "docket"),
    total: __("Total", "docket"),
  },
  selectAll: __("Select all on this page", "docket"),
  /* translators: 1: document such as "2026-0042"; 2: order number. */
  select: (name: string, orderNumber: string) =>
    sprintf(__("Select %1$s, order %2$s", "docket"), name, orderNumber),
  selected: (count: number) =>
    /* translators: %d: how many documents. */
    sprintf(_n("%d selected", "%d selected", count, "docket"), count),
  bulk: {
    label: __("What to do with the selected documents", "docket"),
    issueAndSend: __("Issue and send", "docket"),
    issue: __("Issue", "docket"),
    send: __("Send", "docket"),
    print: __("Print", "docket"),
    download: __("Download PDFs (ZIP)", "docket"),
    discard: __("Discard drafts", "docket"),
  },
  none: {
    heading: __("No documents yet", "docket"),
    text: __(
      "A document appears here when an order meets one of your rules, or when you make one from an order.",
      "docket",
    ),
    orders: __("Go to orders", "docket"),
    rules: __("See the rules", "docket"),
  },
  emptyViews: {
    drafts: __("No drafts. Everything is issued.", "docket"),
    issued: __("Nothing is issued yet.", "docket"),
    sent: __("Nothing was sent yet.", "docket"),
    failed: __("Nothing failed. Every e-mail was delivered.", "docket"),
  } satisfies Record<Exclude<DocumentView, "all">, string>,
  noneFound: {
    heading: __("No documents match", "docket"),
    text: __("Try another search, or remove a filter.", "docket"),
  },
  problems: (count: number) =>
    sprintf(
      /* translators: %d: how many documents. */
      _n("%d document could not be done", "%d documents could not be done", count, "docket"),
      count,
    ),
  /* translators: 1: document such as "2026-0042"; 2: order number. */
  nameWithOrder: (name: string, orderNumber: string) =>
    sprintf(__("%1$s (order %2$s)", "docket"), name, orderNumber),
};

/** While files are fetched. */
export const fileWords = {
  preparing: __("Preparing the download…", "docket"),
  /* translators: 1: which document; 2: of how many. */
  printing: (done: number, all: number) =>
    sprintf(__("Preparing document %1$d of %2$d for the printer…", "docket"), done, all),
  printTitle: __("Documents", "docket"),
  notPrinted: __("The documents could not be prepared for the printer. Try again.", "docket"),
  notDownloaded: __("The download did not work. Try again.", "docket"),
};
