import { draftDocument, freezeDocument, type Document } from "#domain/document";
import { merchantSettingsSchema } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { aLine, anOrder } from "../support/orders.ts";

/** A seller in Ghent with a bank account, so that unpaid invoices carry a QR code. */
export const benchSettings = merchantSettingsSchema.parse({
  seller: {
    legalName: "Atelier Noord BV",
    vatIdentifier: "BE0417497106",
    enterpriseNumber: "0417497106",
    address: { line1: "Kouter 12", postalCode: "9000", city: "Gent", countryCode: "BE" },
    email: "info@ateliernoord.example",
    iban: "BE68539007547034",
    bic: "GKCCBEBB",
  },
});

/** Ten lines of two rates with shipping, still to be paid. */
export function tenLineOrder(sequence: number): NormalisedOrder {
  const lines = Array.from({ length: 10 }, (_, index) =>
    index % 4 === 3
      ? aLine({
          lineId: `${index}`,
          itemName: `Boek ${index}`,
          unitPrice: "10.60",
          taxes: [{ title: "BTW", ratePercent: "6", amount: "0.60" }],
        })
      : aLine({ lineId: `${index}`, itemName: `Keramische beker ${index}`, options: ["Blauw"] }),
  );
  return anOrder({
    orderId: `gid://shopify/Order/${sequence}`,
    orderNumber: `#${sequence}`,
    lines,
    total: "118.00",
    paidAmount: "0",
    isPaid: false,
  });
}

export function tenLineInvoice(sequence: number): Document {
  const draft = draftDocument(tenLineOrder(sequence), "invoice", benchSettings);
  if (!draft.ok) throw new Error(draft.problem.message);
  const number = `2026-${String(sequence).padStart(4, "0")}`;
  return freezeDocument(draft.value, { number, issueDate: "2026-11-21" }, (template) => template);
}
