import {
  draftDocument,
  draftRefundCredit,
  freezeDocument,
  type Document,
  type DraftDocument,
  type FillText,
} from "#domain/document";
import type { Language, MerchantSettings, PaidState } from "#domain/merchant";
import { formatNumber } from "#domain/numbering";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import type { Result } from "#domain/result";
import { findJournal } from "./issue-document.ts";

const TITLES: Readonly<Record<Language, string>> = {
  nl: "Keramische beker",
  fr: "Tasse en céramique",
  de: "Keramikbecher",
  en: "Ceramic mug",
};

/**
 * An invoice, or the credit note of one, that exists nowhere: for previews and test mails. It takes no number: it shows its
 * journal's first.
 */
export function sampleDocument(
  settings: MerchantSettings,
  {
    language,
    paidState,
    today,
  }: { readonly language: Language; readonly paidState: PaidState; readonly today: string },
  fillText: FillText,
): Document {
  const order = sampleOrder(language, paidState, today);
  const freeze = (draft: Result<DraftDocument>): Document => {
    if (!draft.ok) throw new Error(`the sample order does not add up: ${draft.problem.message}`);
    const journal = findJournal({ kind: draft.value.kind }, settings);
    const number = formatNumber(journal, 1, today);
    return freezeDocument(draft.value, { number, issueDate: today }, fillText);
  };
  const invoice = freeze(draftDocument(order, "invoice", settings));
  const [refund] = order.refunds;
  if (refund === undefined) return invoice;
  const refunded = { order, refund, invoices: [invoice], creditNotes: [] };
  return freeze(draftRefundCredit(refunded, settings));
}

const sampleOrder = (language: Language, paidState: PaidState, today: string): NormalisedOrder => ({
  platform: "shopify",
  orderId: "sample",
  orderNumber: "#1001",
  placedAt: `${today}T10:00:00Z`,
  orderDate: today,
  updatedAt: `${today}T10:00:00Z`,
  cancelledAt: null,
  currency: "EUR",
  locale: language,
  exchange: null,
  pricesIncludeVat: true,
  buyer: {
    name: "Ada Peeters",
    contactName: "",
    vatIdentifier: "",
    enterpriseNumber: "",
    electronicAddress: null,
    email: "ada@example.com",
    phone: "",
    address: {
      line1: "Kouter 12",
      line2: "",
      postalCode: "9000",
      city: "Gent",
      region: "",
      countryCode: "BE",
    },
  },
  deliverTo: null,
  deliveredDate: null,
  buyerReference: "",
  purchaseOrder: "",
  note: "",
  lines: [
    {
      lineId: "1",
      itemName: TITLES[language],
      options: [],
      sku: "MUG-1",
      gtin: "",
      unitCode: "C62",
      quantity: "2",
      unitPrice: "18.15",
      allowances: [],
      taxes: [{ title: "VAT", ratePercent: "21", amount: "6.30" }],
      isGiftCard: false,
      requiresShipping: true,
    },
  ],
  charges: [],
  total: "36.30",
  cashRounding: "0",
  payments: [],
  paidAmount: paidState === "toBePaid" ? "0" : "36.30",
  isPaid: paidState !== "toBePaid",
  isFulfilled: false,
  dueDate: null,
  refunds: paidState === "credited" ? [sampleRefund(today)] : [],
});

/** One of the two comes back. */
const sampleRefund = (today: string): OrderRefund => ({
  refundId: "sample",
  createdAt: `${today}T11:00:00Z`,
  reason: "",
  lines: [{ lineId: "1", quantity: "1", amountWithVat: "18.15" }],
  charges: [],
  totalRefunded: "18.15",
  keptAmount: "0",
  method: "Bancontact",
});
