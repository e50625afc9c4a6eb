import type { DocumentKind, MerchantSettings } from "#domain/merchant";

const DEFAULT_JOURNAL: Readonly<Record<DocumentKind, string>> = {
  invoice: "invoices",
  creditNote: "credit-notes",
  proforma: "proformas",
  receipt: "receipts",
  orderConfirmation: "confirmations",
  deliveryNote: "delivery-notes",
};

type Settings = Pick<MerchantSettings, "journals" | "rules">;

/** The journal that a kind gets by itself: that of its first active rule, else its default one, else the first. */
export function journalOfKind({ journals, rules }: Settings, kind: DocumentKind): string {
  const ruled = rules.find((rule) => rule.isActive && rule.kind === kind)?.journalId;
  const ids = journals.map(({ journalId }) => journalId);
  return [ruled, DEFAULT_JOURNAL[kind], ...ids].find((id) => id && ids.includes(id)) ?? "";
}
