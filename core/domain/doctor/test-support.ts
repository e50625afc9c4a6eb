import { draftDocument, type DraftDocument } from "#domain/document";
import {
  merchantSettingsSchema,
  type DocumentKind,
  type MerchantSettingsInput,
} from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { aLine, anOrder } from "../../../tests/support/orders.ts";

const SELLER = {
  legalName: "Atelier Noord BV",
  vatIdentifier: "BE0417497106",
  enterpriseNumber: "0417497106",
  address: { line1: "Kouter 14", postalCode: "9000", city: "Gent", countryCode: "BE" },
  email: "hallo@ateliernoord.be",
  phone: "+32 9 123 45 67",
  iban: "BE68539007547034",
} as const;

interface Sale extends Partial<NormalisedOrder> {
  readonly kind?: DocumentKind;
  readonly seller?: MerchantSettingsInput["seller"];
  readonly settings?: MerchantSettingsInput;
}

/** What becomes of an order: without changes a paid invoice of one mug for Ada Peeters in Ghent. */
export function aDraft({ kind = "invoice", seller, settings, ...order }: Sale = {}): DraftDocument {
  const draft = draftDocument(
    anOrder(order),
    kind,
    merchantSettingsSchema.parse({ ...settings, seller: { ...SELLER, ...seller } }),
  );
  if (!draft.ok) throw new Error(draft.problem.message);
  return draft.value;
}

const { buyer: ADA } = anOrder();
type Address = NonNullable<NormalisedOrder["buyer"]["address"]>;

/** Ada, elsewhere or as a business. */
export const aBuyer = (
  changes: Partial<NormalisedOrder["buyer"]> = {},
  address: Partial<Address> = {},
): NormalisedOrder["buyer"] => ({
  ...ADA,
  ...changes,
  address: ADA.address && { ...ADA.address, ...address },
});

export const PARIS = {
  line1: "Rue de Rivoli 1",
  postalCode: "75001",
  city: "Paris",
  countryCode: "FR",
};
export const ZURICH = {
  line1: "Bahnhofstrasse 1",
  postalCode: "8001",
  city: "Zürich",
  countryCode: "CH",
};
export const BERLIN = {
  line1: "Unter den Linden 1",
  postalCode: "10117",
  city: "Berlin",
  countryCode: "DE",
};
export const UTRECHT = {
  line1: "Oudegracht 1",
  postalCode: "3511 AB",
  city: "Utrecht",
  countryCode: "NL",
};

export const deliveredTo = (address: Partial<Address>): NormalisedOrder["deliverTo"] => ({
  name: "Ada Peeters",
  address: {
    line1: "",
    line2: "",
    postalCode: "",
    city: "",
    region: "",
    countryCode: "",
    ...address,
  },
});

/** The same mug without VAT: € 10. */
export const UNTAXED = {
  lines: [aLine({ unitPrice: "10.00", taxes: [] })],
  total: "10.00",
  paidAmount: "10.00",
} as const;

/** Goods to a French business, without VAT. */
export const TO_FRANCE = {
  ...UNTAXED,
  buyer: aBuyer({ name: "Chez Ada", vatIdentifier: "FR40303265045" }, PARIS),
  deliverTo: deliveredTo(PARIS),
  deliveredDate: "2026-11-20",
};

/** Not paid yet. */
export const UNPAID = { paidAmount: "0", isPaid: false } as const;

/** A Belgian business, by its VAT number. */
export const BELGIAN_BUSINESS = aBuyer({
  name: "Bakkerij Peeters",
  contactName: "Ada Peeters",
  vatIdentifier: "BE0403019261",
});

/** A credit note for all of a draft. */
export const creditOf = (
  draft: DraftDocument,
  changes: Partial<DraftDocument> = {},
): DraftDocument => ({
  ...draft,
  kind: "creditNote",
  precedingInvoice: { number: "2026-0001", issueDate: "2026-11-20" },
  legalMentions: [
    ...draft.legalMentions,
    "Btw terug te storten aan de Staat in de mate waarin ze oorspronkelijk in aftrek werd gebracht.",
  ],
  ...changes,
});

export const DUTCH_SELLER = {
  vatIdentifier: "NL004495445B01",
  enterpriseNumber: "",
  address: UTRECHT,
} as const;

/** The mug for ¥1210. */
export const YEN = {
  currency: "JPY",
  lines: [
    aLine({ unitPrice: "1210", taxes: [{ title: "VAT", ratePercent: "21", amount: "210" }] }),
  ],
  total: "1210",
  paidAmount: "1210",
} as const;
