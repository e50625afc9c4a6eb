import type { VatCheck } from "#domain/party";
import type { ArtefactType, DeliveryState, TimelineEntry } from "#domain/workflows";
import { isKeyOf } from "./words.ts";

export const documentWords = {
  section: "Documents",
  actions: {
    issueAndSend: "Issue and send",
    issue: "Issue",
    send: "Send by e-mail",
    sendAgain: "Send again",
    download: "Download PDF",
    discard: "Discard draft",
  },
  preview: {
    title: "Preview",
    pageAlt: (page: number, pages: number) => `Page ${page} of ${pages} as it prints`,
    loading: "Drawing the page…",
    making: "The PDF is being made. This takes a moment.",
    failed: "The preview could not be drawn. The document itself is safe.",
    retry: "Try again",
    redacted:
      "The content of this document was removed after a privacy request. Its number stays in the journal.",
  },
  facts: {
    title: "Facts",
    order: "Order",
    buyer: "Customer",
    buyerVatIdentifier: "Customer's VAT number",
    vatCheck: {
      valid: (at: string) => `Confirmed by VIES on ${at}`,
      invalid: (at: string) => `Not in VIES on ${at}`,
      unverified: (at: string) => `Not confirmed: VIES did not answer on ${at}`,
    } satisfies Record<VatCheck["state"], (at: string) => string>,
    vies: "VIES",
    consultation: (number: string) => `consultation number ${number}`,
    recipient: "E-mail address",
    noRecipient: "None on the order",
    issueDate: "Issue date",
    dueDate: "Due date",
    total: "Total",
    amountDue: "Still to be paid",
    inFavour: "In the customer's favour",
    credits: "Credits invoice",
    creditsElsewhere: (number: string, date: string) => `${number} of ${date}, made elsewhere`,
    creditReason: "Reason",
    paymentReference: "Payment reference",
    hash: "Fingerprint",
  },
  note: { title: "Customer's note", text: "Printed on the document, and kept with it" },
  orderChange: {
    cancelled: "The order was cancelled after this document was issued.",
    refunded: "The order was refunded after this document was issued.",
    edited: "The order was changed after this document was issued.",
    stays: "An issued document stays as it is.",
    draftWaits: {
      creditNote: "A credit note that makes up for it waits as a draft. Look at it, then issue it.",
      invoice:
        "A further invoice that makes up for it waits as a draft. Look at it, then issue it.",
    },
    openDraft: "Open the draft",
    noDraft: {
      cancelled: "Check again, and Docket drafts the credit note that it takes.",
      edited:
        "Check again, and Docket drafts the credit note or the further invoice that it takes.",
    },
    check: "Check again",
  },
  refund: {
    refunded: (amount: string, day: string) => `${amount} was refunded on ${day}.`,
    takenBack: (day: string) => `Goods were taken back on ${day}, and no money was refunded.`,
    before: (order: string, amounts: string) =>
      amounts === ""
        ? `Goods of order ${order} were taken back`
        : `${amounts} of order ${order} was refunded`,
    afterInvoice:
      "This invoice is over the whole order. The credit note comes once it is issued: at once if one of your rules asks for it, otherwise from this page.",
    needsCreditNote: "Make the credit note, so that your books and your customer's agree.",
    draftWaits: "Its credit note waits as a draft. Look at it, then issue it.",
    make: "Make credit note",
    openDraft: "Open the draft",
    reason: (reason: string) => `Reason: ${reason}`,
  },
  others: { title: "Also of this order" },
  vat: {
    title: "Why this VAT",
    show: "Show the reasons",
    hide: "Hide the reasons",
    andMore: (others: string) => `and ${others}`,
  },
  files: {
    title: "Files",
    names: {
      pdf: "PDF",
      ubl: "E-invoice (UBL)",
      cii: "E-invoice (CII)",
      facturx: "Factur-X PDF",
    } satisfies Record<ArtefactType, string>,
    help: {
      pdf: "As it prints and as it is e-mailed",
      ubl: "For Peppol and most accounting programs",
      cii: "The other European form, used in Germany and France",
      facturx: "PDF with the e-invoice inside; ZUGFeRD in Germany",
    } satisfies Record<ArtefactType, string>,
    download: "Download",
    downloadOf: (name: string) => `Download ${name}`,
    preparing: "Preparing the download…",
  },
  timeline: { title: "Timeline" },
  deliveries: {
    title: "Deliveries",
    none: "Not sent yet.",
    attempts: (count: number) => (count === 1 ? "1 attempt" : `${count} attempts`),
    nextAttempt: (at: string) => `Next attempt ${at}`,
  },
  sendModal: {
    title: "Send this document",
    recipient: "E-mail address",
    help: "The address on the order, unless you change it. The order itself stays as it is.",
    missing: "Give an e-mail address.",
    confirm: "Send",
  },
} as const;

export const deliveryStateNames: Readonly<Record<DeliveryState, string>> = {
  waiting: "On its way",
  sent: "Sent",
  failed: "Not delivered",
};

const { names: fileNames } = documentWords.files;

/** Entries from before there were e-invoices say nothing: they are about the PDF. */
const fileName = (type: string): string =>
  isKeyOf(fileNames, type) ? fileNames[type] : fileNames.pdf;

/** One moment of a document's life, in words. */
export function timelineSentence({ type, detail }: Pick<TimelineEntry, "type" | "detail">): string {
  const orPlain = (before: string, otherwise: string) =>
    detail === "" ? otherwise : `${before} ${detail}`;
  switch (type) {
    case "drafted":
      return "Draft made";
    case "issued":
      return orPlain("Issued as", "Issued");
    case "rendered":
      return `${fileName(detail)} made and stored`;
    case "queued":
      return orPlain("Waiting to be sent to", "Waiting to be sent");
    case "sent":
      return orPlain("Sent to", "Sent");
    case "sendingFailed":
      return orPlain("Not delivered:", "Not delivered");
    case "paid":
      return "Paid";
    case "downloaded":
      return orPlain("Downloaded by", "Downloaded");
    case "redacted":
      return "Personal data removed after a privacy request";
    case "orderDeleted":
      return "Order deleted in the shop; this document stays";
    case "orderRestored":
      return "Order restored in the shop";
  }
}
