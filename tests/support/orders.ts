import type { NormalisedOrder, OrderLine } from "#domain/order";

/** One mug of € 12.10 with 21 % VAT in it. */
export const aLine = (changes: Partial<OrderLine> = {}): OrderLine => ({
  lineId: "1",
  itemName: "Mug",
  options: [],
  sku: "MUG",
  quantity: "1",
  unitPrice: "12.10",
  allowances: [],
  taxes: [{ title: "BTW", ratePercent: "21", amount: "2.10" }],
  isGiftCard: false,
  requiresShipping: true,
  ...changes,
});

/** A paid order of one mug by Ada Peeters in Ghent. */
export const anOrder = (changes: Partial<NormalisedOrder> = {}): NormalisedOrder => ({
  platform: "shopify",
  orderId: "gid://shopify/Order/1",
  orderNumber: "#1001",
  placedAt: "2026-11-20T10:00:00Z",
  orderDate: "2026-11-20",
  updatedAt: "2026-11-20T10:00:00Z",
  cancelledAt: null,
  currency: "EUR",
  locale: "nl-BE",
  pricesIncludeVat: true,
  buyer: {
    name: "Ada Peeters",
    contactName: "",
    vatIdentifier: "",
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
  buyerReference: "",
  note: "",
  lines: [aLine()],
  charges: [],
  total: "12.10",
  cashRounding: "0",
  payments: [],
  paidAmount: "12.10",
  isPaid: true,
  isFulfilled: false,
  dueDate: null,
  refunds: [],
  ...changes,
});
