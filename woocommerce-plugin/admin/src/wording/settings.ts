import { __, sprintf } from "@wordpress/i18n";
import { languageNames, paidStateNames } from "./words.ts";

export const settingsWords = {
  title: __("Settings", "docket"),
  menu: __("Settings screens", "docket"),
  save: __("Save changes", "docket"),
  saving: __("Saving…", "docket"),
  saved: __("Settings saved", "docket"),
  discard: __("Discard changes", "docket"),
  unsaved: __("You have unsaved changes.", "docket"),
  notSaved: __("Nothing was saved. Look at the fields marked below.", "docket"),
  sections: {
    seller: __("Seller", "docket"),
    rules: __("Rules", "docket"),
    numbering: __("Numbering", "docket"),
    texts: __("Texts", "docket"),
    vat: __("VAT", "docket"),
    eInvoicing: __("E-invoicing", "docket"),
    sending: __("Sending", "docket"),
    payment: __("Payment", "docket"),
    brand: __("Brand", "docket"),
    connection: __("Connection", "docket"),
  },
};

export const sellerWords = {
  title: __("Seller", "docket"),
  business: {
    title: __("Your business", "docket"),
    text: __(
      "This stands on every document. Documents already issued keep what they had.",
      "docket",
    ),
    legalName: __("Legal name", "docket"),
    legalNameHelp: __("As registered, with its legal form: Maes & Zonen BV.", "docket"),
    vatIdentifier: __("VAT number", "docket"),
    vatIdentifierHelp: __(
      "With its country, such as BE0417497106. Leave empty if you have none.",
      "docket",
    ),
    enterpriseNumber: __("Company registration number", "docket"),
    enterpriseNumberHelp: __(
      "In Belgium the enterprise number (KBO / BCE). In other countries your trade register number.",
      "docket",
    ),
    taxNumber: __("Tax number", "docket"),
    taxNumberHelp: __(
      "The number of your tax office (Steuernummer). An invoice needs it when you have no VAT number.",
      "docket",
    ),
  },
  address: {
    title: __("Address", "docket"),
    line1: __("Street and number", "docket"),
    line2: __("Box, floor or building", "docket"),
    postalCode: __("Postal code", "docket"),
    city: __("City", "docket"),
    region: __("Region or province", "docket"),
    country: __("Country", "docket"),
    chooseCountry: __("Choose a country", "docket"),
  },
  contact: {
    title: __("Contact", "docket"),
    text: __("Printed at the foot of your documents.", "docket"),
    email: __("E-mail address", "docket"),
    phone: __("Phone", "docket"),
    website: __("Website", "docket"),
  },
  bank: {
    title: __("Bank account", "docket"),
    text: __("Printed on documents that are still to be paid, and in their QR code.", "docket"),
    iban: __("IBAN", "docket"),
    ibanHelp: __("Your account number, such as BE68 5390 0754 7034.", "docket"),
    bic: __("BIC", "docket"),
    bicHelp: __("The code of your bank. Optional inside Europe.", "docket"),
  },
  language: {
    title: __("Language and time", "docket"),
    language: __("Language of documents", "docket"),
    languageHelp: __(
      "Used when the customer's own language is not Dutch, French, German or English.",
      "docket",
    ),
    timeZone: __("Time zone", "docket"),
    timeZoneHelp: __("Decides the date on your documents.", "docket"),
  },
};

export const paymentWords = {
  title: __("Payment", "docket"),
  terms: {
    title: __("When and how buyers pay", "docket"),
    text: __("For documents that are still to be paid.", "docket"),
    termDays: __("Days to pay", "docket"),
    termDaysHelp: __("The due date is this many days after the issue date.", "docket"),
    days: __("days", "docket"),
    reference: __("Payment reference", "docket"),
    referenceHelp: __("What the buyer quotes, so that you recognise the payment.", "docket"),
    structured: __("Structured communication: +++090/9337/55493+++ (Belgium)", "docket"),
    number: __("The document's own number", "docket"),
    rf: __("RF reference (ISO 11649): RF18 5390 0754 7034 (Europe)", "docket"),
    showsQr: __("Print a QR code that fills in the payment in a banking app", "docket"),
    showsQrHelp: __("Needs your IBAN, and works for amounts in euro.", "docket"),
  },
  bank: {
    text: __("The bank account itself is on the Seller page.", "docket"),
    link: __("Go to Seller", "docket"),
  },
};

export const sendingWords = {
  title: __("Sending", "docket"),
  sender: {
    title: __("Sender", "docket"),
    text: __("How your e-mails introduce themselves.", "docket"),
    senderName: __("Sender name", "docket"),
    senderNameHelp: __(
      "What the customer sees as the sender. Your legal name when empty.",
      "docket",
    ),
    replyTo: __("Answers go to", "docket"),
    replyToHelp: __("The address that a customer's answer is sent to.", "docket"),
    bcc: __("Hidden copy of every e-mail to", "docket"),
    bccHelp: __("For your own archive or your accountant. Customers do not see it.", "docket"),
  },
  test: {
    title: __("Send a test", "docket"),
    text: __("A sample invoice, sent the way your customers get it. It takes no number.", "docket"),
    recipient: __("Send it to", "docket"),
    button: __("Send test e-mail", "docket"),
    saveFirst: __("Save your changes first: the test uses what is saved.", "docket"),
    /* translators: %s: e-mail address. */
    sent: (recipient: string) =>
      sprintf(__("The mail server took the e-mail for %s.", "docket"), recipient),
    notSent: __("The test e-mail was not sent", "docket"),
    missing: __("Give an e-mail address.", "docket"),
  },
  mails: {
    title: __("Who e-mails the documents", "docket"),
    text: __(
      "Your customers get one e-mail for one thing: either Docket writes it, or WooCommerce does.",
      "docket",
    ),
    label: __("Documents reach the customer", "docket"),
    choices: {
      docket: __("In Docket's e-mail", "docket"),
      woocommerce: __("Attached to WooCommerce's e-mails", "docket"),
    },
    help: {
      docket: __(
        "With your texts from Settings → Texts. The e-mails of WooCommerce that you choose below are switched off.",
        "docket",
      ),
      woocommerce: __(
        "WooCommerce writes its e-mails as before, and the PDF is attached to those you choose below. Docket sends none of its own for these orders.",
        "docket",
      ),
    },
    off: __("Switch these e-mails of WooCommerce off", "docket"),
    offHelp: __("Choose those that say what Docket's e-mail says already.", "docket"),
    attach: __("What to attach", "docket"),
    attachHelp: __(
      "The e-mail waits a moment for its document. When there is none, it goes without.",
      "docket",
    ),
    nothing: __("Nothing", "docket"),
    none: __("WooCommerce has no e-mails for customers that are switched on.", "docket"),
    failed: __("The choice could not be loaded.", "docket"),
  },
};

export const brandWords = {
  title: __("Brand", "docket"),
  logo: {
    title: __("Logo", "docket"),
    text: __("Printed at the top of your documents. PNG, JPEG or SVG, at most 500 kB.", "docket"),
    none: __("No logo yet", "docket"),
    alt: __("Your logo", "docket"),
    choose: __("Choose a logo", "docket"),
    replace: __("Replace the logo", "docket"),
    remove: __("Remove", "docket"),
    saved: __("Logo saved", "docket"),
    removed: __("Logo removed", "docket"),
    notSaved: __("The logo was not saved", "docket"),
    wrongType: __("Choose a PNG, JPEG or SVG file.", "docket"),
    tooLarge: __("Choose a logo under 500 kB.", "docket"),
    uploading: __("Saving the logo…", "docket"),
  },
  color: {
    title: __("Colour", "docket"),
    text: __("For the title, the lines and the amount to pay.", "docket"),
    label: __("Brand colour", "docket"),
    help: __("As six digits, such as #1f4e5f, or pick it.", "docket"),
    tooLight: __("Too light to read on white paper; titles are printed darker.", "docket"),
    pick: __("Pick a colour", "docket"),
    sample: __("Invoice 2026-0042", "docket"),
  },
};

export const textsWords = {
  title: __("Texts", "docket"),
  language: __("Language", "docket"),
  state: __("For documents that are", "docket"),
  states: paidStateNames,
  languages: languageNames,
  caption: {
    title: __("On the document", "docket"),
    caption: __("Caption", "docket"),
    help: __("Printed on the document, below the totals.", "docket"),
  },
  mail: {
    title: __("E-mail", "docket"),
    subject: __("Subject", "docket"),
    body: __("Message", "docket"),
    help: __("The document itself is attached as a PDF.", "docket"),
  },
  placeholders: {
    title: __("Placeholders", "docket"),
    text: __("Choose one to put it where you were typing. Each order fills it in.", "docket"),
    /* translators: %s: placeholder, such as "Order number". */
    insert: (label: string) => sprintf(__("%s: insert", "docket"), label),
  },
  preview: {
    title: __("Preview", "docket"),
    text: __("With a sample order.", "docket"),
    problem: __("This text cannot be used yet", "docket"),
    unavailable: __("The preview is not available at the moment. You can still save.", "docket"),
    subject: __("Subject", "docket"),
    body: __("Message", "docket"),
    caption: __("Caption", "docket"),
    empty: __("Empty", "docket"),
  },
  restore: {
    button: __("Restore default", "docket"),
    title: __("Restore the default texts?", "docket"),
    text: (language: string, state: string) =>
      /* translators: 1: language; 2: such as "Already paid". */
      sprintf(
        __(
          "Caption, subject and message in %1$s for “%2$s” go back to Docket's own words. They are saved when you save.",
          "docket",
        ),
        language,
        state,
      ),
    confirm: __("Restore", "docket"),
  },
};

export const rulesWords = {
  title: __("Rules", "docket"),
  text: __(
    "Each rule makes one kind of document at one moment. An order gets one document of each kind, and a credit note for each refund.",
    "docket",
  ),
  add: __("Add rule", "docket"),
  none: __("No rules yet. Without a rule, documents are made by hand only, from Orders.", "docket"),
  active: __("On", "docket"),
  inactive: __("Off", "docket"),
  edit: __("Edit rule", "docket"),
  create: __("New rule", "docket"),
  what: { title: __("What happens", "docket"), sentence: __("In words", "docket") },
  fields: {
    event: __("When", "docket"),
    when: __("For which orders", "docket"),
    kind: __("Make", "docket"),
    journal: __("Numbered in journal", "docket"),
    journalHelp: __("A journal is an unbroken series of numbers.", "docket"),
    delivery: __("Then", "docket"),
    isActive: __("This rule is on", "docket"),
    isActiveHelp: __("A rule that is off makes nothing. Documents it made before stay.", "docket"),
  },
  never: __("No order can ever meet this rule.", "docket"),
  notSaved: __("Nothing was saved: this rule would never apply.", "docket"),
  impossible: {
    paidOrder: __(
      "An order that is paid is never still to be paid. Choose other orders, or another moment.",
      "docket",
    ),
    receipt: __(
      "A receipt says that money came in, so an order still to be paid has none. Choose other orders.",
      "docket",
    ),
    creditNote: __(
      "A credit note says that money goes back. Choose “An order is refunded”.",
      "docket",
    ),
    refund: __(
      "A refund makes credit notes and nothing else. Choose a credit note, or another moment.",
      "docket",
    ),
  },
  breaksInvoices: (journalName: string) =>
    /* translators: %s: name of a journal (number series). */
    sprintf(
      __(
        "%s is the series of your invoices. Another kind of document in it leaves a hole in your invoice list.",
        "docket",
      ),
      journalName,
    ),
  remove: {
    button: __("Remove rule", "docket"),
    title: __("Remove this rule?", "docket"),
    text: __("No more documents are made by it. Those that were made stay.", "docket"),
    confirm: __("Remove", "docket"),
  },
  notices: { saved: __("Rule saved", "docket"), removed: __("Rule removed", "docket") },
};

export const numberingWords = {
  title: __("Numbering", "docket"),
  text: __(
    "A journal is an unbroken series of numbers. A number is taken at the moment a document is issued, and never twice.",
    "docket",
  ),
  add: __("Add journal", "docket"),
  remove: __("Remove journal", "docket"),
  newName: __("New journal", "docket"),
  name: __("Name", "docket"),
  nameHelp: __("Only you see it.", "docket"),
  pattern: __("Pattern of the number", "docket"),
  patternHelp: __(
    "{year} is the year of issue; {number} the number; {number:4} the number with at least four digits.",
    "docket",
  ),
  startNumber: __("Start number", "docket"),
  startNumberHelp: __("If your last invoice was 115, start at 116.", "docket"),
  patternFixed: __(
    "Fixed with the first document. Make a new journal to number differently.",
    "docket",
  ),
  startNumberFixed: (lastNumber: string) =>
    /* translators: %s: document number. */
    sprintf(
      __(
        "Fixed: this journal has issued up to %s. Numbers may not have gaps, so the series goes on from there.",
        "docket",
      ),
      lastNumber,
    ),
  resetsYearly: __("Start again at 1 every year", "docket"),
  resetsYearlyHelp: __(
    "The pattern then needs {year}, so that no two documents share a number.",
    "docket",
  ),
  next: __("The next document gets number", "docket"),
  /* translators: %s: document number. */
  last: (lastNumber: string) => sprintf(__("Last issued: %s", "docket"), lastNumber),
  unused: __("Nothing issued yet", "docket"),
  usedByRules: __("A rule uses this journal, so it cannot be removed.", "docket"),
  usedByDocuments: __("This journal has issued documents, so it stays.", "docket"),
};
