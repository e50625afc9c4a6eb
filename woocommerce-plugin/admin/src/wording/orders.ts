import { __, sprintf } from "@wordpress/i18n";
import type { MakeHow } from "../orders/make-document.ts";

export const ordersWords = {
  title: __("Orders", "docket"),
  loading: __("Loading the orders…", "docket"),
  search: __("Search by order number, customer or e-mail", "docket"),
  columns: {
    order: __("Order", "docket"),
    placed: __("Date", "docket"),
    buyer: __("Customer", "docket"),
    state: __("Status", "docket"),
    documents: __("Documents", "docket"),
    total: __("Total", "docket"),
    action: __("Make a document", "docket"),
  },
  completed: __("Completed", "docket"),
  cancelled: __("Cancelled", "docket"),
  refunded: __("Refunded", "docket"),
  partlyRefunded: __("Partly refunded", "docket"),
  noDocuments: __("None", "docket"),
  make: __("Make document", "docket"),
  makeFor: (orderNumber: string) =>
    /* translators: %s: order number. */
    sprintf(__("Make document for order %s", "docket"), orderNumber),
  kind: __("Kind of document", "docket"),
  nextNumber: (journalName: string, number: string) =>
    /* translators: 1: name of a journal (number series); 2: document number. */
    sprintf(__("Gets the next number of %1$s: %2$s", "docket"), journalName, number),
  /* translators: %s: document, such as "Invoice 2026-0042". */
  already: (name: string) => sprintf(__("The order already has %s.", "docket"), name),
  how: __("What to do with it", "docket"),
  hows: {
    issueAndSend: __("Issue and send", "docket"),
    issue: __("Issue, do not send", "docket"),
    draft: __("Leave as a draft", "docket"),
  } satisfies Record<MakeHow, string>,
  howHelp: {
    issueAndSend: __("Takes the next number and e-mails it to the address on the order.", "docket"),
    issue: __("Takes the next number. You can send it later.", "docket"),
    draft: __("Takes no number. You can look at it first.", "docket"),
  } satisfies Record<MakeHow, string>,
  making: (orderNumber: string) =>
    /* translators: %s: order number. */
    sprintf(__("Making the document of order %s…", "docket"), orderNumber),
  /* translators: %s: document, such as "2026-0042". */
  made: (name: string) => sprintf(__("%s is ready", "docket"), name),
  notMade: (orderNumber: string) =>
    /* translators: %s: order number. */
    sprintf(__("The document of order %s was not made", "docket"), orderNumber),
  draftWaits: __("It waits as a draft meanwhile.", "docket"),
  openDraft: __("Open the draft", "docket"),
  openOrder: (orderNumber: string) =>
    /* translators: %s: order number. */
    sprintf(__("Open order %s in WooCommerce", "docket"), orderNumber),
  credit: {
    make: __("Make credit note", "docket"),
    makeFor: (orderNumber: string) =>
      /* translators: %s: order number. */
      sprintf(__("Make credit note for order %s", "docket"), orderNumber),
    text: __(
      "Docket made no invoice for this order. Say which invoice the credit note is about: its number and date are printed on it.",
      "docket",
    ),
    invoiceFirst: {
      title: __("Issue the invoice first", "docket"),
      text: (orderNumber: string) =>
        sprintf(
          /* translators: %s: order number. */
          __(
            "Docket's own invoice of order %s waits as a draft. Issue it, and its credit note can follow. If another program made the invoice, discard the draft.",
            "docket",
          ),
          orderNumber,
        ),
      open: __("Open the draft", "docket"),
    },
    refund: __("Refund", "docket"),
    /* translators: %s: document, such as "Credit note CN2026-0001". */
    credited: (name: string) => sprintf(__("Credited by %s.", "docket"), name),
    /* translators: %s: document, such as "Draft credit note". */
    drafted: (name: string) => sprintf(__("Its credit note waits: %s.", "docket"), name),
    none: __("This order has no refund any more. Reload the page.", "docket"),
    loading: __("Reading the refunds…", "docket"),
    number: __("Number of the invoice", "docket"),
    numberHelp: __("As it stands on the invoice, such as 2026-118.", "docket"),
    issueDate: __("Date of the invoice", "docket"),
    errors: {
      noNumber: __("Give the number that stands on the invoice.", "docket"),
      longNumber: __("At most 60 characters.", "docket"),
      noDate: __("Give the date that stands on the invoice.", "docket"),
      early: (day: string) =>
        sprintf(
          /* translators: %s: day. */
          __(
            "The order was placed on %s, so its invoice cannot be older. Give the date that stands on the invoice.",
            "docket",
          ),
          day,
        ),
      future: __("This date is still to come. Give the date that stands on the invoice.", "docket"),
    },
  },
  none: {
    heading: __("No orders yet", "docket"),
    text: __(
      "Orders of your shop appear here, with their documents, as soon as Docket has heard of any.",
      "docket",
    ),
  },
  noneFound: {
    heading: __("No orders match", "docket"),
    text: __("Try an order number, or part of the customer's name.", "docket"),
    clear: __("Clear search", "docket"),
  },
};
