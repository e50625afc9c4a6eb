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
  notMade: "The document was not made",
  open: (name: string) => `Open ${name}`,
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
