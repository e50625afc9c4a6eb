import { __, _n, sprintf } from "@wordpress/i18n";
import type { SetupStep } from "../api/types.ts";

interface StepWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
}

export const homeWords = {
  title: __("Home", "docket"),
  loading: __("Loading the overview…", "docket"),
  incomplete: {
    text: __("Documents wait as drafts until you have added your details.", "docket"),
    button: __("Add your details", "docket"),
  },
  setup: {
    title: __("Set up Docket", "docket"),
    progress: (done: number, all: number) =>
      /* translators: 1: steps done; 2: all steps. */
      sprintf(__("%1$d of %2$d steps done", "docket"), done, all),
    done: __("Done", "docket"),
    steps: {
      seller: {
        title: __("Say who you are", "docket"),
        text: __("Your legal name, address and VAT number stand on every document.", "docket"),
        button: __("Add your details", "docket"),
      },
      numbering: {
        title: __("Say where your numbers start", "docket"),
        text: __(
          "Your last invoice was 115? Then the next is 116. After the first document this is settled.",
          "docket",
        ),
        button: __("Set up numbering", "docket"),
      },
      payment: {
        title: __("Say where you are paid", "docket"),
        text: __(
          "Your bank account, for documents that are still to be paid and their QR code.",
          "docket",
        ),
        button: __("Add your bank account", "docket"),
      },
      sending: {
        title: __("Choose the sender of your e-mails", "docket"),
        text: __("Your name and the address that answers go to. Send yourself a test.", "docket"),
        button: __("Set up sending", "docket"),
      },
      firstDocument: {
        title: __("Make your first document", "docket"),
        text: __("Choose an order and look at the result. A draft takes no number.", "docket"),
        button: __("Choose an order", "docket"),
      },
    } satisfies Record<SetupStep["step"], StepWords>,
  },
  waiting: {
    title: __("Waiting for you", "docket"),
    nothing: __("Nothing waits for you. Every document is issued and delivered.", "docket"),
    draftsToMend: (count: number) =>
      _n("draft to mend first", "drafts to mend first", count, "docket"),
    held: (count: number) =>
      _n("document waits for your plan", "documents wait for your plan", count, "docket"),
    drafts: (count: number) => _n("draft to issue", "drafts to issue", count, "docket"),
    failed: (count: number) =>
      _n("document not delivered", "documents not delivered", count, "docket"),
    orders: (count: number) =>
      _n("order missing a document", "orders missing a document", count, "docket"),
    ordersUnknown: __(
      "Orders missing a document could not be counted. Reload the page to try again.",
      "docket",
    ),
  },
  month: {
    title: __("This month", "docket"),
    issued: __("Documents issued", "docket"),
    sent: __("Documents sent", "docket"),
    invoiced: __("Invoiced, with VAT", "docket"),
    nothingInvoiced: __("Nothing yet", "docket"),
  },
  recent: {
    title: __("Recent documents", "docket"),
    all: __("See all documents", "docket"),
    none: __(
      "No documents yet. They appear here as soon as an order meets one of your rules.",
      "docket",
    ),
    rules: __("See the rules", "docket"),
    /* translators: %s: order number. */
    order: (orderNumber: string) => sprintf(__("Order %s", "docket"), orderNumber),
  },
};
