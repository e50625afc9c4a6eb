import type { MakeHow } from "../components/orders/make-document.ts";

export const ordersWords = {
  title: "Orders",
  search: "Search orders",
  searchPlaceholder: "Order number, customer or e-mail",
  columns: {
    order: "Order",
    placed: "Date",
    buyer: "Customer",
    state: "Status",
    documents: "Documents",
    total: "Total",
    action: "Make a document",
  },
  fulfilled: "Fulfilled",
  cancelled: "Cancelled",
  refunded: "Refunded",
  partlyRefunded: "Partly refunded",
  noDocuments: "None",
  make: "Make document",
  makeFor: (orderNumber: string) => `Make document for order ${orderNumber}`,
  kind: "Kind of document",
  nextNumber: (journalName: string, number: string) =>
    `Gets the next number of ${journalName}: ${number}`,
  already: (name: string) => `The order already has ${name}.`,
  how: "What to do with it",
  hows: {
    issueAndSend: "Issue and send",
    issue: "Issue, do not send",
    draft: "Leave as a draft",
  } satisfies Record<MakeHow, string>,
  howHelp: {
    issueAndSend: "Takes the next number and e-mails it to the address on the order.",
    issue: "Takes the next number. You can send it later.",
    draft: "Takes no number. You can look at it first.",
  } satisfies Record<MakeHow, string>,
  making: (orderNumber: string) => `Making the document of order ${orderNumber}…`,
  made: (name: string) => `${name} is ready`,
  notMade: (orderNumber: string) => `The document of order ${orderNumber} was not made`,
  draftWaits: "It waits as a draft meanwhile.",
  openDraft: "Open the draft",
  credit: {
    make: "Make credit note",
    makeFor: (orderNumber: string) => `Make credit note for order ${orderNumber}`,
    text: "Docket made no invoice for this order. Say which invoice the credit note is about: its number and date are printed on it.",
    invoiceFirst: {
      title: "Issue the invoice first",
      text: (orderNumber: string) =>
        `Docket's own invoice of order ${orderNumber} waits as a draft. Issue it, and its credit note can follow. If another program made the invoice, discard the draft.`,
      open: "Open the draft",
    },
    refund: "Refund",
    credited: (name: string) => `Credited by ${name}.`,
    drafted: (name: string) => `Its credit note waits: ${name}.`,
    none: "Shopify knows of no refund of this order any more. Reload the page.",
    loading: "Reading the refunds…",
    number: "Number of the invoice",
    numberHelp: "As it stands on the invoice, such as 2026-118.",
    issueDate: "Date of the invoice",
    early: (day: string) =>
      `The order was placed on ${day}, so its invoice cannot be older. Give the date that stands on the invoice.`,
    future: "This date is still to come. Give the date that stands on the invoice.",
  },
  none: {
    heading: "No orders yet",
    text: "Orders of your shop appear here, with their documents, as soon as there are any.",
  },
  noneFound: {
    heading: "No orders match",
    text: "Try an order number, or part of the customer's name.",
    clear: "Clear search",
  },
  unreachable: {
    title: "Shopify did not show the orders",
    retry: "Try again",
    text: "Documents that were already made are under Documents. Nothing is lost.",
  },
};
