import type { Language } from "./language.ts";

type Mail = { readonly subject: string; readonly body: string };
interface ByState<Text> {
  readonly paid: Readonly<Record<Language, Text>>;
  readonly toBePaid: Readonly<Record<Language, Text>>;
  readonly credited: Readonly<Record<Language, Text>>;
}

export const DEFAULT_CAPTIONS: ByState<string> = {
  paid: {
    nl: "Dit bedrag is betaald. Hartelijk dank voor uw bestelling!",
    fr: "Ce montant a été payé. Merci beaucoup pour votre commande !",
    de: "Dieser Betrag ist bezahlt. Vielen Dank für Ihre Bestellung!",
    en: "This amount has been paid. Thank you for your order!",
  },
  toBePaid: {
    nl: "Gelieve {{ document.amountDue }} te betalen tegen {{ document.dueDate }}, met vermelding van {{ document.paymentReference }}.",
    fr: "Merci de payer {{ document.amountDue }} au plus tard le {{ document.dueDate }}, en mentionnant {{ document.paymentReference }}.",
    de: "Bitte überweisen Sie {{ document.amountDue }} bis zum {{ document.dueDate }} mit der Angabe {{ document.paymentReference }}.",
    en: "Please pay {{ document.amountDue }} by {{ document.dueDate }}, quoting {{ document.paymentReference }}.",
  },
  credited: {
    nl: "Wij crediteren u {{ document.total }} op factuur {{ document.precedingInvoiceNumber }}.",
    fr: "Nous vous créditons {{ document.total }} sur la facture {{ document.precedingInvoiceNumber }}.",
    de: "Wir schreiben Ihnen {{ document.total }} zur Rechnung {{ document.precedingInvoiceNumber }} gut.",
    en: "We credit you {{ document.total }} on invoice {{ document.precedingInvoiceNumber }}.",
  },
};

export const DEFAULT_MAILS: ByState<Mail> = {
  paid: {
    nl: {
      subject: "{{ document.title }} {{ document.number }} van {{ seller.name }}",
      body: "Beste {{ buyer.name }},\n\nBedankt voor uw bestelling {{ order.number }}. In bijlage vindt u {{ document.title | downcase }} {{ document.number }}. U hoeft niets meer te betalen.\n\nMet vriendelijke groeten,\n{{ seller.name }}",
    },
    fr: {
      subject: "{{ document.title }} {{ document.number }} – {{ seller.name }}",
      body: "Bonjour {{ buyer.name }},\n\nMerci pour votre commande {{ order.number }}. Vous trouverez en pièce jointe le document « {{ document.title }} {{ document.number }} ». Il ne vous reste rien à payer.\n\nCordialement,\n{{ seller.name }}",
    },
    de: {
      subject: "{{ document.title }} {{ document.number }} von {{ seller.name }}",
      body: "Guten Tag {{ buyer.name }},\n\nvielen Dank für Ihre Bestellung {{ order.number }}. Im Anhang finden Sie: {{ document.title }} {{ document.number }}. Der Betrag ist bereits bezahlt.\n\nFreundliche Grüße\n{{ seller.name }}",
    },
    en: {
      subject: "{{ document.title }} {{ document.number }} from {{ seller.name }}",
      body: "Dear {{ buyer.name }},\n\nThank you for your order {{ order.number }}. Please find attached {{ document.title | downcase }} {{ document.number }}. There is nothing left to pay.\n\nKind regards,\n{{ seller.name }}",
    },
  },
  toBePaid: {
    nl: {
      subject: "{{ document.title }} {{ document.number }} van {{ seller.name }}",
      body: "Beste {{ buyer.name }},\n\nBedankt voor uw bestelling {{ order.number }}. In bijlage vindt u {{ document.title | downcase }} {{ document.number }}.\n{% if document.isPayable and seller.iban != blank %}\nGelieve {{ document.amountDue }} te betalen tegen {{ document.dueDate }} op rekening {{ seller.iban }}, met vermelding van {{ document.paymentReference }}.\n{% endif %}\nMet vriendelijke groeten,\n{{ seller.name }}",
    },
    fr: {
      subject: "{{ document.title }} {{ document.number }} – {{ seller.name }}",
      body: "Bonjour {{ buyer.name }},\n\nMerci pour votre commande {{ order.number }}. Vous trouverez en pièce jointe le document « {{ document.title }} {{ document.number }} ».\n{% if document.isPayable and seller.iban != blank %}\nMerci de payer {{ document.amountDue }} au plus tard le {{ document.dueDate }} sur le compte {{ seller.iban }}, en mentionnant {{ document.paymentReference }}.\n{% endif %}\nCordialement,\n{{ seller.name }}",
    },
    de: {
      subject: "{{ document.title }} {{ document.number }} von {{ seller.name }}",
      body: "Guten Tag {{ buyer.name }},\n\nvielen Dank für Ihre Bestellung {{ order.number }}. Im Anhang finden Sie: {{ document.title }} {{ document.number }}.\n{% if document.isPayable and seller.iban != blank %}\nBitte überweisen Sie {{ document.amountDue }} bis zum {{ document.dueDate }} auf das Konto {{ seller.iban }} mit der Angabe {{ document.paymentReference }}.\n{% endif %}\nFreundliche Grüße\n{{ seller.name }}",
    },
    en: {
      subject: "{{ document.title }} {{ document.number }} from {{ seller.name }}",
      body: "Dear {{ buyer.name }},\n\nThank you for your order {{ order.number }}. Please find attached {{ document.title | downcase }} {{ document.number }}.\n{% if document.isPayable and seller.iban != blank %}\nPlease pay {{ document.amountDue }} by {{ document.dueDate }} to account {{ seller.iban }}, quoting {{ document.paymentReference }}.\n{% endif %}\nKind regards,\n{{ seller.name }}",
    },
  },
  credited: {
    nl: {
      subject: "{{ document.title }} {{ document.number }} van {{ seller.name }}",
      body: "Beste {{ buyer.name }},\n\nIn bijlage vindt u {{ document.title | downcase }} {{ document.number }} bij factuur {{ document.precedingInvoiceNumber }}. Wij crediteren u {{ document.total }}.\n\nMet vriendelijke groeten,\n{{ seller.name }}",
    },
    fr: {
      subject: "{{ document.title }} {{ document.number }} – {{ seller.name }}",
      body: "Bonjour {{ buyer.name }},\n\nVous trouverez en pièce jointe le document « {{ document.title }} {{ document.number }} », relatif à la facture {{ document.precedingInvoiceNumber }}. Nous vous créditons {{ document.total }}.\n\nCordialement,\n{{ seller.name }}",
    },
    de: {
      subject: "{{ document.title }} {{ document.number }} von {{ seller.name }}",
      body: "Guten Tag {{ buyer.name }},\n\nim Anhang finden Sie: {{ document.title }} {{ document.number }} zur Rechnung {{ document.precedingInvoiceNumber }}. Wir schreiben Ihnen {{ document.total }} gut.\n\nFreundliche Grüße\n{{ seller.name }}",
    },
    en: {
      subject: "{{ document.title }} {{ document.number }} from {{ seller.name }}",
      body: "Dear {{ buyer.name }},\n\nPlease find attached {{ document.title | downcase }} {{ document.number }} for invoice {{ document.precedingInvoiceNumber }}. We credit you {{ document.total }}.\n\nKind regards,\n{{ seller.name }}",
    },
  },
};
