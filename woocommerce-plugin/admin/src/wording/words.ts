import { __, _x, sprintf } from "@wordpress/i18n";
import type { DocumentKind, Language, OrderEvent, PaidState, Rule } from "#domain/merchant";

/** Words that several screens share. The order of the keys is the order in menus. */

export const kindNames: Readonly<Record<DocumentKind, string>> = {
  invoice: __("Invoice", "docket"),
  creditNote: __("Credit note", "docket"),
  receipt: __("Receipt", "docket"),
  orderConfirmation: __("Order confirmation", "docket"),
  proforma: __("Pro forma", "docket"),
  deliveryNote: __("Delivery note", "docket"),
};

/** A document while it has no number. */
export const draftNames: Readonly<Record<DocumentKind, string>> = {
  invoice: __("Draft invoice", "docket"),
  creditNote: __("Draft credit note", "docket"),
  receipt: __("Draft receipt", "docket"),
  orderConfirmation: __("Draft order confirmation", "docket"),
  proforma: __("Draft pro forma", "docket"),
  deliveryNote: __("Draft delivery note", "docket"),
};

const objectNames: Readonly<Record<DocumentKind, string>> = {
  invoice: _x("an invoice", "object of a sentence: to issue an invoice", "docket"),
  creditNote: _x("a credit note", "object of a sentence: to issue an invoice", "docket"),
  receipt: _x("a receipt", "object of a sentence: to issue an invoice", "docket"),
  orderConfirmation: _x(
    "an order confirmation",
    "object of a sentence: to issue an invoice",
    "docket",
  ),
  proforma: _x("a pro forma", "object of a sentence: to issue an invoice", "docket"),
  deliveryNote: _x("a delivery note", "object of a sentence: to issue an invoice", "docket"),
};

export const languageNames: Readonly<Record<Language, string>> = {
  nl: __("Dutch", "docket"),
  fr: __("French", "docket"),
  de: __("German", "docket"),
  en: __("English", "docket"),
};

export const paidStateNames: Readonly<Record<PaidState, string>> = {
  paid: __("Already paid", "docket"),
  toBePaid: __("Still to be paid", "docket"),
  credited: __("Credited (credit notes)", "docket"),
};

export const eventNames: Readonly<Record<OrderEvent, string>> = {
  orderCreated: __("An order is placed", "docket"),
  orderPaid: __("An order is paid (at once online, or completed)", "docket"),
  orderFulfilled: __("An order is completed", "docket"),
  orderCancelled: __("An order is cancelled", "docket"),
  orderRefunded: __("An order is refunded", "docket"),
};

export const whenNames: Readonly<Record<Rule["when"], string>> = {
  always: __("Paid or not", "docket"),
  paid: __("Only orders that are paid", "docket"),
  toBePaid: __("Only orders still to be paid", "docket"),
};

export const deliveryNames: Readonly<Record<Rule["delivery"], string>> = {
  send: __("Issue and e-mail it at once", "docket"),
  draft: __("Leave it as a draft", "docket"),
};

const eventClauses: Readonly<Record<OrderEvent, string>> = {
  orderCreated: __("When an order is placed", "docket"),
  orderPaid: __("When an order is paid", "docket"),
  orderFulfilled: __("When an order is completed", "docket"),
  orderCancelled: __("When an order is cancelled", "docket"),
  orderRefunded: __("When an order is refunded", "docket"),
};

const whenClauses: Readonly<Record<Rule["when"], string>> = {
  always: "",
  paid: __(", if it is paid", "docket"),
  toBePaid: __(", if it is still to be paid", "docket"),
};

/** A rule as one sentence: "When an order is paid: issue an invoice from Invoices and e-mail it." */
export function ruleSentence(rule: Omit<Rule, "ruleId" | "isActive">, journalName: string): string {
  const when = `${eventClauses[rule.event]}${whenClauses[rule.when]}`;
  const deed =
    rule.delivery === "send"
      ? /* translators: 1: such as "When an order is paid, if it is paid"; 2: such as "an invoice"; 3: name of a journal (number series). */
        __("%1$s: issue %2$s from %3$s and e-mail it.", "docket")
      : /* translators: 1: such as "When an order is paid"; 2: such as "an invoice"; 3: name of a journal (number series). */
        __("%1$s: draft %2$s; it gets a number from %3$s when you issue it.", "docket");
  return sprintf(deed, when, objectNames[rule.kind], journalName);
}

export const stageNames = {
  toMend: __("To mend", "docket"),
  held: __("Waits for your plan", "docket"),
  draft: __("Draft", "docket"),
  redacted: __("Redacted", "docket"),
  sent: __("Sent", "docket"),
  failed: __("Not delivered", "docket"),
  waiting: __("Sending", "docket"),
  noAddress: __("No e-mail address", "docket"),
  issued: __("Issued", "docket"),
};

export const paymentNames = {
  paid: __("Paid", "docket"),
  toBePaid: __("To be paid", "docket"),
  paidBack: __("Paid back", "docket"),
  notPaidOut: __("Not paid out", "docket"),
};
