interface StepWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly url: string;
}

export const homeWords = {
  title: "Docket",
  incomplete: {
    text: "Documents wait as drafts until you have added your details.",
    button: "Add your details",
    url: "/app/settings/seller",
  },
  setup: {
    title: "Set up Docket",
    progress: (done: number, all: number) => `${done} of ${all} steps done`,
    done: "Done",
    steps: {
      seller: {
        title: "Say who you are",
        text: "Your legal name, address and VAT number stand on every document.",
        button: "Add your details",
        url: "/app/settings/seller",
      },
      numbering: {
        title: "Say where your numbers start",
        text: "Your last invoice was 115? Then the next is 116. After the first document this is settled.",
        button: "Set up numbering",
        url: "/app/settings/numbering",
      },
      payment: {
        title: "Say where you are paid",
        text: "Your bank account, for documents that are still to be paid and their QR code.",
        button: "Add your bank account",
        url: "/app/settings/seller#seller.iban",
      },
      sending: {
        title: "Choose the sender of your e-mails",
        text: "Your name and the address that answers go to. Send yourself a test.",
        button: "Set up sending",
        url: "/app/settings/sending",
      },
      firstDocument: {
        title: "Make your first document",
        text: "Choose an order and look at the result. A draft takes no number.",
        button: "Choose an order",
        url: "/app/orders",
      },
    } satisfies Record<string, StepWords>,
  },
  waiting: {
    title: "Waiting for you",
    nothing: "Nothing waits for you. Every document is issued and delivered.",
    draftsToMend: (count: number) => `${count === 1 ? "draft" : "drafts"} to mend first`,
    held: (count: number) =>
      count === 1 ? "document waits for your plan" : "documents wait for your plan",
    drafts: (count: number) => `${count === 1 ? "draft" : "drafts"} to issue`,
    failed: (count: number) => (count === 1 ? "document not delivered" : "documents not delivered"),
    orders: (count: number) => `${count === 1 ? "order" : "orders"} missing a document`,
    ordersUnknown:
      "Shopify did not answer, so orders missing a document could not be counted. Reload to try again.",
  },
  month: {
    title: "This month",
    issued: "Documents issued",
    sent: "Documents sent",
    invoiced: "Invoiced, with VAT",
    nothingInvoiced: "Nothing yet",
  },
  recent: {
    title: "Recent documents",
    all: "See all documents",
    none: "No documents yet. They appear here as soon as an order meets one of your rules.",
    rules: "See the rules",
    order: (orderNumber: string) => `Order ${orderNumber}`,
  },
  failed: {
    title: "The overview could not be loaded",
    text: "Your documents and settings are not affected.",
    retry: "Try again",
  },
};
