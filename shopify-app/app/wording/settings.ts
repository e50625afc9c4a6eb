import { planWords } from "./plan.ts";
import { languageNames, paidStateNames } from "./words.ts";

export const settingsWords = {
  title: "Settings",
  sections: [
    {
      title: "Seller",
      text: "Who issues the documents: name, address, VAT number, bank account, language.",
      url: "/app/settings/seller",
    },
    {
      title: "Rules",
      text: "Which document an order gets, when, and whether it is sent at once.",
      url: "/app/settings/rules",
    },
    {
      title: "Numbering",
      text: "Journals, the look of a number, and where to start.",
      url: "/app/settings/numbering",
    },
    {
      title: "Texts",
      text: "What stands on documents and in e-mails, per language: paid, to be paid, credited.",
      url: "/app/settings/texts",
    },
    {
      title: "VAT",
      text: "VAT numbers in other countries, One-Stop Shop, small business, sales without VAT.",
      url: "/app/settings/vat",
    },
    {
      title: "E-invoicing",
      text: "The electronic form of your invoices: Peppol, XRechnung, Factur-X.",
      url: "/app/settings/e-invoicing",
    },
    {
      title: "Sending",
      text: "Sender name, answers, copies, and a test e-mail.",
      url: "/app/settings/sending",
    },
    {
      title: "Payment",
      text: "Days to pay, payment reference, QR code.",
      url: "/app/settings/payment",
    },
    {
      title: "Brand",
      text: "Your logo and colour.",
      url: "/app/settings/brand",
    },
    planWords.section,
  ],
} as const;

export const sellerWords = {
  title: "Seller",
  business: {
    title: "Your business",
    text: "This stands on every document. Documents already issued keep what they had.",
    legalName: "Legal name",
    legalNameHelp: "As registered, with its legal form: Maes & Zonen BV.",
    vatIdentifier: "VAT number",
    vatIdentifierHelp: "With its country, such as BE0417497106. Leave empty if you have none.",
    enterpriseNumber: "Company registration number",
    enterpriseNumberHelp:
      "In Belgium the enterprise number (KBO / BCE). In other countries your trade register number.",
    taxNumber: "Tax number",
    taxNumberHelp:
      "The number of your tax office (Steuernummer). An invoice needs it when you have no VAT number.",
  },
  address: {
    title: "Address",
    line1: "Street and number",
    line2: "Box, floor or building",
    postalCode: "Postal code",
    city: "City",
    region: "Region or province",
    country: "Country",
    chooseCountry: "Choose a country",
  },
  contact: {
    title: "Contact",
    text: "Printed at the foot of your documents.",
    email: "E-mail address",
    phone: "Phone",
    website: "Website",
  },
  bank: {
    title: "Bank account",
    text: "Printed on documents that are still to be paid, and in their QR code.",
    iban: "IBAN",
    ibanHelp: "Your account number, such as BE68 5390 0754 7034.",
    bic: "BIC",
    bicHelp: "The code of your bank. Optional inside Europe.",
  },
  language: {
    title: "Language and time",
    language: "Language of documents",
    languageHelp:
      "Used when the customer's own language is not Dutch, French, German or English, and for everybody on the Free plan.",
    timeZone: "Time zone",
    timeZoneHelp: "Decides the date on your documents.",
  },
};

export const paymentWords = {
  title: "Payment",
  terms: {
    title: "When and how buyers pay",
    text: "For documents that are still to be paid.",
    termDays: "Days to pay",
    termDaysHelp: "The due date is this many days after the issue date.",
    days: "days",
    reference: "Payment reference",
    referenceHelp:
      "What the buyer quotes, so that you recognise the payment. Usual is the structured communication in Belgium, and the document's number elsewhere.",
    usual: "As usual in your country",
    structured: "Structured communication: +++090/9337/55493+++ (Belgium)",
    number: "The document's own number",
    rf: "RF reference (ISO 11649): RF18 5390 0754 7034 (Europe)",
    showsQr: "Print a QR code that fills in the payment in a banking app",
    showsQrHelp: "Needs your IBAN, and works for amounts in euro.",
  },
  bank: { text: "The bank account itself is on the Seller page.", link: "Go to Seller" },
};

export const sendingWords = {
  title: "Sending",
  sender: {
    title: "Sender",
    text: "How your e-mails introduce themselves.",
    senderName: "Sender name",
    senderNameHelp: "What the customer sees as the sender. Your legal name when empty.",
    replyTo: "Answers go to",
    replyToHelp: "The address that a customer's answer is sent to.",
    bcc: "Hidden copy of every e-mail to",
    bccHelp: "For your own archive or your accountant. Customers do not see it.",
  },
  test: {
    title: "Send a test",
    text: "A sample invoice, sent the way your customers get it. It takes no number.",
    recipient: "Send it to",
    button: "Send test e-mail",
    saveFirst: "Save your changes first: the test uses what is saved.",
    sent: (recipient: string) => `The mail server took the e-mail for ${recipient}.`,
    notSent: "The test e-mail was not sent",
    missing: "Give an e-mail address.",
  },
};

export const brandWords = {
  title: "Brand",
  logo: {
    title: "Logo",
    text: "Printed at the top of your documents. PNG, JPEG or SVG, at most 500 kB.",
    none: "No logo yet",
    alt: "Your logo",
    choose: "Choose a logo",
    replace: "Replace the logo",
    remove: "Remove",
    saved: "Logo saved",
    removed: "Logo removed",
    notSaved: "The logo was not saved",
    wrongType: "Choose a PNG, JPEG or SVG file.",
    tooLarge: "Choose a logo under 500 kB.",
    uploading: "Saving the logo…",
  },
  color: {
    title: "Colour",
    text: "For the title, the lines and the amount to pay.",
    label: "Brand colour",
    help: "As six digits, such as #1f4e5f, or pick it.",
    tooLight: "Too light to read on white paper; titles are printed darker.",
    pick: "Pick a colour",
    sample: "Invoice 2026-0042",
  },
};

export const textsWords = {
  title: "Texts",
  language: "Language",
  state: "For documents that are",
  states: paidStateNames,
  languages: languageNames,
  caption: {
    title: "On the document",
    caption: "Caption",
    help: "Printed on the document, below the totals.",
  },
  mail: {
    title: "E-mail",
    subject: "Subject",
    body: "Message",
    help: "The document itself is attached as a PDF.",
  },
  placeholders: {
    title: "Placeholders",
    text: "Choose one to put it where you were typing. Each order fills it in.",
    insert: (label: string) => `${label}: insert`,
  },
  preview: {
    title: "Preview",
    text: "With a sample order.",
    problem: "This text cannot be used yet",
    unavailable: "The preview is not available at the moment. You can still save.",
    subject: "Subject",
    body: "Message",
    caption: "Caption",
    empty: "Empty",
  },
  restore: {
    button: "Restore default",
    title: "Restore the default texts?",
    text: (language: string, state: string) =>
      `Caption, subject and message in ${language} for “${state.toLowerCase()}” go back to Docket's own words. They are saved when you save.`,
    confirm: "Restore",
  },
};

export const rulesWords = {
  title: "Rules",
  text: "Each rule makes one kind of document at one moment. An order gets one document of each kind, and a credit note for each refund.",
  add: "Add rule",
  none: "No rules yet. Without a rule, documents are made by hand only, from Orders.",
  active: "On",
  inactive: "Off",
  edit: "Edit rule",
  create: "New rule",
  what: { title: "What happens", sentence: "In words" },
  fields: {
    event: "When",
    when: "For which orders",
    kind: "Make",
    journal: "Numbered in journal",
    journalHelp: "A journal is an unbroken series of numbers.",
    delivery: "Then",
    isActive: "This rule is on",
    isActiveHelp: "A rule that is off makes nothing. Documents it made before stay.",
  },
  never: "No order can ever meet this rule.",
  notSaved: "Nothing was saved: this rule would never apply.",
  impossible: {
    paidOrder:
      "An order that is paid is never still to be paid. Choose other orders, or another moment.",
    receipt:
      "A receipt says that money came in, so an order still to be paid has none. Choose other orders.",
    creditNote: "A credit note says that money goes back. Choose “An order is refunded”.",
    refund:
      "A refund makes credit notes and nothing else. Choose a credit note, or another moment.",
  },
  breaksInvoices: (journalName: string, aKind: string) =>
    `${journalName} is the series of your invoices. ${aKind[0]?.toUpperCase()}${aKind.slice(1)} here leaves a hole in your invoice list.`,
  remove: {
    button: "Remove rule",
    title: "Remove this rule?",
    text: "No more documents are made by it. Those that were made stay.",
    confirm: "Remove",
  },
  notices: { saved: "Rule saved", removed: "Rule removed" },
};

export const numberingWords = {
  title: "Numbering",
  text: "A journal is an unbroken series of numbers. A number is taken at the moment a document is issued, and never twice.",
  add: "Add journal",
  remove: "Remove journal",
  newName: "New journal",
  name: "Name",
  nameHelp: "Only you see it.",
  pattern: "Pattern of the number",
  patternHelp:
    "{year} is the year of issue; {number} the number; {number:4} the number with at least four digits.",
  startNumber: "Start number",
  startNumberHelp: "If your last invoice was 115, start at 116.",
  patternFixed: "Fixed with the first document. Make a new journal to number differently.",
  startNumberFixed: (lastNumber: string) =>
    `Fixed: this journal has issued up to ${lastNumber}. Numbers may not have gaps, so the series goes on from there.`,
  resetsYearly: "Start again at 1 every year",
  resetsYearlyHelp: "The pattern then needs {year}, so that no two documents share a number.",
  next: "The next document gets number",
  last: (lastNumber: string) => `Last issued: ${lastNumber}`,
  unused: "Nothing issued yet",
  usedByRules: "A rule uses this journal, so it cannot be removed.",
  usedByDocuments: "This journal has issued documents, so it stays.",
};
