import { draftDocument, freezeDocument, type Document, type FillText } from "#domain/document";
import type { Language, MerchantSettings, PaidState } from "#domain/merchant";
import { formatNumber } from "#domain/numbering";
import type { NormalisedOrder } from "#domain/order";

const TITLES: Readonly<Record<Language, string>> = {
  nl: "Keramische beker",
  fr: "Tasse en céramique",
  de: "Keramikbecher",
  en: "Ceramic mug",
};

/** An invoice that exists nowhere, for previews and test mails. It takes no number: it shows the journal's first. */
export function sampleDocument(
  settings: MerchantSettings,
  {
    language,
    paidState,
    today,
  }: { readonly language: Language; readonly paidState: PaidState; readonly today: string },
  fillText: FillText,
): Document {
  const draft = draftDocument(sampleOrder(language, paidState, today), "invoice", settings);
  if (!draft.ok) throw new Error(`the sample order does not add up: ${draft.problem.message}`);
  const [journal = { pattern: "{year}-{number:4}" }] = settings.journals;
  return freezeDocument(
    draft.value,
    { number: formatNumber(journal, 1, today), issueDate: today },
    fillText,
  );
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
  paidAmount: paidState === "paid" ? "36.30" : "0",
  isPaid: paidState === "paid",
  isFulfilled: false,
  dueDate: null,
  refunds: [],
});
