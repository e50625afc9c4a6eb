import type { DocumentKind, Language, OrderEvent, PaidState, Rule } from "#domain/merchant";

/** Words that several pages share. The order of the keys is the order in menus. */

export const kindNames: Readonly<Record<DocumentKind, string>> = {
  invoice: "Invoice",
  creditNote: "Credit note",
  receipt: "Receipt",
  orderConfirmation: "Order confirmation",
  proforma: "Pro forma",
  deliveryNote: "Delivery note",
};

export const languageNames: Readonly<Record<Language, string>> = {
  nl: "Dutch",
  fr: "French",
  de: "German",
  en: "English",
};

export const paidStateNames: Readonly<Record<PaidState, string>> = {
  paid: "Already paid",
  toBePaid: "Still to be paid",
  credited: "Credited (credit notes)",
};

export const eventNames: Readonly<Record<OrderEvent, string>> = {
  orderCreated: "An order is placed",
  orderPaid: "An order is paid",
  orderFulfilled: "An order is fulfilled (shipped)",
  orderCancelled: "An order is cancelled",
  orderRefunded: "An order is refunded",
};

export const whenNames: Readonly<Record<Rule["when"], string>> = {
  always: "Paid or not",
  paid: "Only orders that are paid",
  toBePaid: "Only orders still to be paid",
};

export const deliveryNames: Readonly<Record<Rule["delivery"], string>> = {
  send: "Issue and e-mail it at once",
  draft: "Leave it as a draft",
};

const eventClauses: Readonly<Record<OrderEvent, string>> = {
  orderCreated: "When an order is placed",
  orderPaid: "When an order is paid",
  orderFulfilled: "When an order is fulfilled",
  orderCancelled: "When an order is cancelled",
  orderRefunded: "When an order is refunded",
};

const whenClauses: Readonly<Record<Rule["when"], string>> = {
  always: "",
  paid: ", if it is paid",
  toBePaid: ", if it is still to be paid",
};

/** "an invoice", "a receipt". */
export function aKind(kind: DocumentKind): string {
  const name = kindNames[kind].toLowerCase();
  return `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;
}

/** A rule as one sentence: "When an order is paid, issue an invoice from Invoices and e-mail it." */
export function ruleSentence(rule: Omit<Rule, "ruleId" | "isActive">, journalName: string): string {
  const deed =
    rule.delivery === "send"
      ? `issue ${aKind(rule.kind)} from ${journalName} and e-mail it`
      : `make a draft ${kindNames[rule.kind].toLowerCase()}; it gets a number from ${journalName} when you issue it`;
  return `${eventClauses[rule.event]}${whenClauses[rule.when]}, ${deed}.`;
}

/** Options for a Polaris Select or ChoiceList. */
export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** True when `text`, such as a Select's value, is one of these. */
export const isKeyOf = <Key extends string>(
  names: Readonly<Record<Key, unknown>>,
  text: string,
): text is Key => Object.hasOwn(names, text);

export const keysOf = <Key extends string>(names: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(names).filter((key) => isKeyOf(names, key));

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
