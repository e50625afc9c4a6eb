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
  /** On a page of WooCommerce. */
  connection: __("Connection and e-mails of WooCommerce", "docket"),
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
  },
};

export const sellerWords = {
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
      "Used when the customer's own language is not Dutch, French, German or English, and for everybody on the Free plan.",
      "docket",
    ),
    timeZone: __("Time zone", "docket"),
    timeZoneHelp: __("Decides the date on your documents.", "docket"),
  },
};

export const paymentWords = {
  terms: {
    title: __("When and how buyers pay", "docket"),
    text: __("For documents that are still to be paid.", "docket"),
    termDays: __("Days to pay", "docket"),
    termDaysHelp: __("The due date is this many days after the issue date.", "docket"),
    reference: __("Payment reference", "docket"),
    referenceHelp: __(
      "What the buyer quotes, so that you recognise the payment. Usual is the structured communication in Belgium, and the document's number elsewhere.",
      "docket",
    ),
    usual: __("As usual in your country", "docket"),
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
    text: __("Your customers get one e-mail for one thing.", "docket"),
    choice: __(
      "Either Docket sends documents with your own texts, and the e-mails of WooCommerce that you choose are switched off; or WooCommerce sends its e-mails as before, with the document attached to those you choose. The choice belongs to this site, so it stands in WooCommerce's own settings.",
      "docket",
    ),
    link: __("Choose who e-mails", "docket"),
  },
};

export const brandWords = {
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
