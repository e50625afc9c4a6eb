import { __, _n, sprintf } from "@wordpress/i18n";
import type { VatCheck } from "#domain/party";
import type { ArtefactType, DeliveryState, TimelineEntry } from "#domain/workflows";
import { isKeyOf } from "../choices.ts";

export const documentWords = {
  section: __("Documents", "docket"),
  loading: __("Loading the document…", "docket"),
  actions: {
    label: __("What to do with this document", "docket"),
    issueAndSend: __("Issue and send", "docket"),
    issue: __("Issue", "docket"),
    send: __("Send by e-mail", "docket"),
    sendAgain: __("Send again", "docket"),
    download: __("Download PDF", "docket"),
    print: __("Print", "docket"),
    discard: __("Discard draft", "docket"),
  },
  preview: {
    pageAlt: (page: number, pages: number) =>
      /* translators: 1: page; 2: how many pages. */
      sprintf(__("Page %1$d of %2$d as it prints", "docket"), page, pages),
    loading: __("Drawing the page…", "docket"),
    making: __("The PDF is being made. This takes a moment.", "docket"),
    failed: __("The preview could not be drawn. The document itself is safe.", "docket"),
    redacted: __(
      "The content of this document was removed after a privacy request. Its number stays in the journal.",
      "docket",
    ),
  },
  facts: {
    title: __("Facts", "docket"),
    order: __("Order", "docket"),
    buyer: __("Customer", "docket"),
    buyerVatIdentifier: __("Customer's VAT number", "docket"),
    vatCheck: {
      /* translators: %s: moment. VIES is the register of VAT numbers of the EU. */
      valid: (at: string) => sprintf(__("Confirmed by VIES on %s", "docket"), at),
      /* translators: %s: moment. */
      invalid: (at: string) => sprintf(__("Not in VIES on %s", "docket"), at),
      unverified: (at: string) =>
        /* translators: %s: moment. */
        sprintf(__("Not confirmed: VIES did not answer on %s", "docket"), at),
    } satisfies Record<VatCheck["state"], (at: string) => string>,
    vies: "VIES",
    /* translators: %s: number under which VIES keeps its answer. */
    consultation: (number: string) => sprintf(__("consultation number %s", "docket"), number),
    recipient: __("E-mail address", "docket"),
    noRecipient: __("None on the order", "docket"),
    issueDate: __("Issue date", "docket"),
    dueDate: __("Due date", "docket"),
    total: __("Total", "docket"),
    amountDue: __("Still to be paid", "docket"),
    inFavour: __("In the customer's favour", "docket"),
    credits: __("Credits invoice", "docket"),
    creditsElsewhere: (number: string, date: string) =>
      /* translators: 1: invoice number; 2: its date. */
      sprintf(__("%1$s of %2$s, made elsewhere", "docket"), number, date),
    creditReason: __("Reason", "docket"),
    paymentReference: __("Payment reference", "docket"),
    hash: __("Fingerprint", "docket"),
    hashHelp: __("Proves that this document was not changed since it was issued.", "docket"),
  },
  note: {
    title: __("Customer's note", "docket"),
    text: __("Printed on the document, and kept with it", "docket"),
  },
  orderChange: {
    cancelled: __("The order was cancelled after this document was issued.", "docket"),
    refunded: __("The order was refunded after this document was issued.", "docket"),
    edited: __("The order was changed after this document was issued.", "docket"),
    stays: __("An issued document stays as it is.", "docket"),
    draftWaits: {
      creditNote: __(
        "A credit note that makes up for it waits as a draft. Look at it, then issue it.",
        "docket",
      ),
      invoice: __(
        "A further invoice that makes up for it waits as a draft. Look at it, then issue it.",
        "docket",
      ),
    },
    openDraft: __("Open the draft", "docket"),
    noDraft: {
      cancelled: __("Check again, and Docket drafts the credit note that it takes.", "docket"),
      edited: __(
        "Check again, and Docket drafts the credit note or the further invoice that it takes.",
        "docket",
      ),
    },
    check: __("Check again", "docket"),
  },
  refund: {
    refunded: (amount: string, day: string) =>
      /* translators: 1: amount with currency; 2: day. */
      sprintf(__("%1$s was refunded on %2$s.", "docket"), amount, day),
    takenBack: (day: string) =>
      /* translators: %s: day. */
      sprintf(__("Goods were taken back on %s, and no money was refunded.", "docket"), day),
    before: (orderNumber: string, amounts: string) =>
      amounts === ""
        ? /* translators: %s: order number. */
          sprintf(__("Goods of order %s were taken back", "docket"), orderNumber)
        : /* translators: 1: amounts with currency; 2: order number. */
          sprintf(__("%1$s of order %2$s was refunded", "docket"), amounts, orderNumber),
    afterInvoice: __(
      "This invoice is over the whole order. The credit note comes once it is issued: at once if one of your rules asks for it, otherwise from this page.",
      "docket",
    ),
    needsCreditNote: __(
      "Make the credit note, so that your books and your customer's agree.",
      "docket",
    ),
    draftWaits: __("Its credit note waits as a draft. Look at it, then issue it.", "docket"),
    make: __("Make credit note", "docket"),
    openDraft: __("Open the draft", "docket"),
    /* translators: %s: why money was given back, in the merchant's words. */
    reason: (reason: string) => sprintf(__("Reason: %s", "docket"), reason),
  },
  others: { title: __("Also of this order", "docket") },
  vat: {
    title: __("Why this VAT", "docket"),
    show: __("Show the reasons", "docket"),
    hide: __("Hide the reasons", "docket"),
    partsAndMore: (parts: string, more: number) =>
      sprintf(
        /* translators: 1: names of goods; 2: how many others. */
        _n("%1$s and %2$d other", "%1$s and %2$d others", more, "docket"),
        parts,
        more,
      ),
  },
  files: {
    title: __("Files", "docket"),
    names: {
      pdf: "PDF",
      ubl: __("E-invoice (UBL)", "docket"),
      cii: __("E-invoice (CII)", "docket"),
      facturx: __("Factur-X PDF", "docket"),
    } satisfies Record<ArtefactType, string>,
    help: {
      pdf: __("As it prints and as it is e-mailed", "docket"),
      ubl: __("For Peppol and most accounting programs", "docket"),
      cii: __("The other European form, used in Germany and France", "docket"),
      facturx: __("PDF with the e-invoice inside; ZUGFeRD in Germany", "docket"),
    } satisfies Record<ArtefactType, string>,
    download: __("Download", "docket"),
    /* translators: %s: form of a file, such as "E-invoice (UBL)". */
    downloadOf: (name: string) => sprintf(__("Download %s", "docket"), name),
  },
  timeline: { title: __("Timeline", "docket") },
  deliveries: {
    title: __("Deliveries", "docket"),
    none: __("Not sent yet.", "docket"),
    attempts: (count: number) =>
      /* translators: %d: how often it was tried. */
      sprintf(_n("%d attempt", "%d attempts", count, "docket"), count),
    /* translators: %s: moment. */
    nextAttempt: (at: string) => sprintf(__("Next attempt %s", "docket"), at),
  },
  sendDialog: {
    title: __("Send this document", "docket"),
    recipient: __("E-mail address", "docket"),
    help: __(
      "The address on the order, unless you change it. The order itself stays as it is.",
      "docket",
    ),
    missing: __("Give an e-mail address, such as info@shop.be.", "docket"),
    confirm: __("Send", "docket"),
  },
};

export const deliveryStateNames: Readonly<Record<DeliveryState, string>> = {
  waiting: __("On its way", "docket"),
  sent: __("Sent", "docket"),
  failed: __("Not delivered", "docket"),
};

type EventType = TimelineEntry["type"];

const eventSentences: Readonly<Record<EventType, string>> = {
  drafted: __("Draft made", "docket"),
  issued: __("Issued", "docket"),
  rendered: __("PDF made and stored", "docket"),
  queued: __("Waiting to be sent", "docket"),
  sent: __("Sent", "docket"),
  sendingFailed: __("Not delivered", "docket"),
  paid: __("Paid", "docket"),
  downloaded: __("Downloaded", "docket"),
  redacted: __("Personal data removed after a privacy request", "docket"),
  orderDeleted: __("Order deleted in the shop; this document stays", "docket"),
  orderRestored: __("Order restored in the shop", "docket"),
};

const { names: fileNames } = documentWords.files;

/** Entries from before there were e-invoices say nothing: they are about the PDF. */
const fileName = (type: string): string => (isKeyOf(fileNames, type) ? fileNames[type] : "PDF");

/** With what a person wants to know beside it. */
const detailedSentences: Partial<Readonly<Record<EventType, (detail: string) => string>>> = {
  /* translators: %s: document number. */
  issued: (number) => sprintf(__("Issued as %s", "docket"), number),
  /* translators: %s: form of a file, such as "PDF" or "E-invoice (UBL)". */
  rendered: (type) => sprintf(__("%s made and stored", "docket"), fileName(type)),
  /* translators: %s: e-mail address. */
  queued: (recipient) => sprintf(__("Waiting to be sent to %s", "docket"), recipient),
  /* translators: %s: e-mail address. */
  sent: (recipient) => sprintf(__("Sent to %s", "docket"), recipient),
  /* translators: %s: what the mail server said. */
  sendingFailed: (problem) => sprintf(__("Not delivered: %s", "docket"), problem),
  /* translators: %s: who. */
  downloaded: (who) => sprintf(__("Downloaded by %s", "docket"), who),
};

/** One moment of a document's life, in words. */
export function timelineSentence({ type, detail }: Pick<TimelineEntry, "type" | "detail">): string {
  const detailed = detail === "" ? undefined : detailedSentences[type];
  return detailed ? detailed(detail) : eventSentences[type];
}
