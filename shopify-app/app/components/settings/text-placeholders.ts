import type { TextVariables } from "#domain/presentation";

type Placeholder = {
  [Group in keyof TextVariables]: `${Group}.${Extract<keyof TextVariables[Group], string>}`;
}[keyof TextVariables];

/** What can be put into a text, by the names that merchants read. A new variable without a name is a type error. */
const placeholderNames: Readonly<Record<Placeholder, string>> = {
  "document.title": "Kind of document",
  "document.number": "Document number",
  "document.issueDate": "Issue date",
  "document.dueDate": "Due date",
  "document.total": "Total",
  "document.amountDue": "Amount to pay",
  "document.paymentReference": "Payment reference",
  "document.precedingInvoiceNumber": "Credited invoice",
  "document.creditReason": "Reason of the credit",
  "document.isPayable": "",
  "order.number": "Order number",
  "order.date": "Order date",
  "order.note": "Customer's note",
  "buyer.name": "Customer",
  "buyer.contactName": "Contact person",
  "buyer.email": "Customer's e-mail",
  "seller.name": "Your name",
  "seller.email": "Your e-mail",
  "seller.phone": "Your phone",
  "seller.website": "Your website",
  "seller.iban": "Your IBAN",
  "seller.bic": "Your BIC",
};

/** `isPayable` is a condition, not a text, so it has no name and is not offered. */
export const placeholders = Object.entries(placeholderNames)
  .filter(([, label]) => label !== "")
  .map(([variable, label]) => ({ label, code: `{{ ${variable} }}` }));
