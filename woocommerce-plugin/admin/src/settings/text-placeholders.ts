import { __ } from "@wordpress/i18n";
import type { TextVariables } from "#domain/presentation";

type Variable = {
  [Group in keyof TextVariables]: `${Group}.${Extract<keyof TextVariables[Group], string>}`;
}[keyof TextVariables];

/** What can be put into a text. `isPayable` is a condition, not a text. A new variable without a name is a type error. */
const placeholderNames: Readonly<Record<Exclude<Variable, "document.isPayable">, string>> = {
  "document.title": __("Kind of document", "docket"),
  "document.number": __("Document number", "docket"),
  "document.issueDate": __("Issue date", "docket"),
  "document.dueDate": __("Due date", "docket"),
  "document.total": __("Total", "docket"),
  "document.amountDue": __("Amount to pay", "docket"),
  "document.paymentReference": __("Payment reference", "docket"),
  "document.precedingInvoiceNumber": __("Credited invoice", "docket"),
  "document.creditReason": __("Reason of the credit", "docket"),
  "order.number": __("Order number", "docket"),
  "order.date": __("Order date", "docket"),
  "order.note": __("Customer's note", "docket"),
  "buyer.name": __("Customer", "docket"),
  "buyer.contactName": __("Contact person", "docket"),
  "buyer.email": __("Customer's e-mail", "docket"),
  "seller.name": __("Your name", "docket"),
  "seller.email": __("Your e-mail", "docket"),
  "seller.phone": __("Your phone", "docket"),
  "seller.website": __("Your website", "docket"),
  "seller.iban": __("Your IBAN", "docket"),
  "seller.bic": __("Your BIC", "docket"),
};

export const placeholders = Object.entries(placeholderNames).map(([variable, label]) => ({
  label,
  code: `{{ ${variable} }}`,
}));
