import { chargedTotal, type Document, type DraftDocument } from "#domain/document";
import { formatIban } from "#domain/party";
import { formatDate, formatMoney } from "./formats.ts";
import { titleOf } from "./labels/index.ts";
import { isPayable } from "./present-document.ts";

/** What a merchant's Liquid text may use: the same in a caption, a mail's subject and a mail's body. All formatted text. */
export interface TextVariables {
  readonly document: {
    /** "Factuur", "Invoice". */
    readonly title: string;
    readonly number: string;
    readonly issueDate: string;
    readonly dueDate: string;
    readonly total: string;
    readonly amountDue: string;
    readonly paymentReference: string;
    /** The invoice that a credit note mends, and why; "" on every other kind. */
    readonly precedingInvoiceNumber: string;
    readonly creditReason: string;
    /** True when something is due and the kind asks for payment. */
    readonly isPayable: boolean;
  };
  readonly order: { readonly number: string; readonly date: string; readonly note: string };
  readonly buyer: { readonly name: string; readonly contactName: string; readonly email: string };
  readonly seller: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly website: string;
    readonly iban: string;
    readonly bic: string;
  };
}

/** What a draft cannot know yet. */
const KNOWN_AT_ISSUE = "…";

/** The values behind the placeholders, formatted in the document's language. A draft shows "…" for what only issuing gives it. */
export function textVariables(document: Document | DraftDocument): TextVariables {
  const { language, order, buyer, seller, totals } = document;
  return {
    document: {
      title: titleOf(document.kind, language),
      ...issueFacts(document),
      total: formatMoney(chargedTotal(document), document),
      amountDue: formatMoney(totals.amountDue, document),
      precedingInvoiceNumber: document.precedingInvoice?.number ?? "",
      creditReason: document.creditReason,
      isPayable: isPayable(document),
    },
    order: {
      number: order.orderNumber,
      date: formatDate(order.orderDate, language),
      note: document.note,
    },
    buyer: { name: buyer.name, contactName: buyer.contactName, email: buyer.email },
    seller: {
      name: seller.legalName,
      email: seller.email,
      phone: seller.phone,
      website: seller.website,
      iban: formatIban(seller.iban),
      bic: seller.bic,
    },
  };
}

type IssueFacts = Pick<
  TextVariables["document"],
  "number" | "issueDate" | "dueDate" | "paymentReference"
>;

function issueFacts(document: Document | DraftDocument): IssueFacts {
  if (!("number" in document)) {
    return {
      number: KNOWN_AT_ISSUE,
      issueDate: KNOWN_AT_ISSUE,
      dueDate: KNOWN_AT_ISSUE,
      paymentReference: KNOWN_AT_ISSUE,
    };
  }
  const { number, issueDate, dueDate, paymentReference, language } = document;
  return {
    number,
    issueDate: formatDate(issueDate, language),
    dueDate: dueDate === null ? "" : formatDate(dueDate, language),
    paymentReference,
  };
}

type PlaceholdersOf<Group extends keyof TextVariables> = Readonly<
  Record<keyof TextVariables[Group], true>
>;
const PLACEHOLDERS: { readonly [Group in keyof TextVariables]: PlaceholdersOf<Group> } = {
  document: {
    title: true,
    number: true,
    issueDate: true,
    dueDate: true,
    total: true,
    amountDue: true,
    paymentReference: true,
    precedingInvoiceNumber: true,
    creditReason: true,
    isPayable: true,
  },
  order: { number: true, date: true, note: true },
  buyer: { name: true, contactName: true, email: true },
  seller: { name: true, email: true, phone: true, website: true, iban: true, bic: true },
};

/** Every placeholder a merchant's text may use, such as "document.amountDue": for forms and for checking a text. */
export const TEXT_PLACEHOLDERS: readonly string[] = Object.entries(PLACEHOLDERS).flatMap(
  ([group, names]) => Object.keys(names).map((name) => `${group}.${name}`),
);
