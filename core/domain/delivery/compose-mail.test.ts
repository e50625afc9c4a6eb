import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../../tests/golden/sample-documents.ts";
import { composeMail, pdfFileName, type MailToCompose } from "./index.ts";

const document = sampleDocument();
const compose = (changes: Partial<MailToCompose> = {}) =>
  composeMail({
    document,
    text: { subject: "Factuur 2026-0042", body: "Beste Ada,\n\n\n\nBedankt.\nTot ziens" },
    sender: { name: "Atelier Noord", replyTo: "hallo@ateliernoord.be", bcc: "" },
    to: "ada@example.com",
    pdfFileName: pdfFileName(document),
    ...changes,
  });

describe("composeMail", () => {
  it("words the mail twice alike", () => {
    const { html, text, ...rest } = compose();
    expect(rest).toEqual({
      to: "ada@example.com",
      replyTo: "hallo@ateliernoord.be",
      bcc: "",
      fromName: "Atelier Noord",
      subject: "Factuur 2026-0042",
      attachmentNames: ["factuur-2026-0042.pdf"],
    });
    expect(text).toBe(
      [
        "Beste Ada,",
        "",
        "Bedankt.",
        "Tot ziens",
        "",
        "—",
        "Factuur 2026-0042",
        "Factuurdatum: 21 november 2026",
        "Vervaldatum: 5 december 2026",
        "Bestelling: #1042",
        "Besteldatum: 20 november 2026",
        "Begunstigde: Atelier Noord BV",
        "Rekeningnummer: BE68 5390 0754 7034",
        "BIC: GKCCBEBB",
        "Mededeling: +++000/0001/04272+++",
        "Te betalen: €\u00a0155,00",
        "",
        "Atelier Noord BV · Kouter 14 · 9000 Gent",
        "",
      ].join("\n"),
    );
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('<p style="margin:0 0 16px">Bedankt.<br>Tot ziens</p>');
    expect(html).toContain("€\u00a0155,00</td>");
    expect(html).toContain("background:#1f4e5f");
    expect(html).toContain("prefers-color-scheme: dark");
  });

  it("makes no markup of anybody's text", () => {
    const hostile = `<script>alert("1")</script> & 'x' <img src=x onerror=y>`;
    const { html } = compose({
      text: { subject: hostile, body: hostile },
      document: {
        ...document,
        number: hostile,
        buyerReference: hostile,
        seller: { ...document.seller, legalName: hostile },
      },
    });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;");
  });

  it("lets no header end early", () => {
    const mail = compose({
      text: { subject: "Hi\r\nBcc: eve@example.com\u2028\u0000x", body: "" },
      sender: { name: "A\nB", replyTo: "a@b.be\r\nX: y", bcc: "c@d.be\n" },
      to: "ada@example.com\r\nCc: eve@example.com",
    });
    expect(mail.subject).toBe("Hi Bcc: eve@example.com x");
    expect(mail.fromName).toBe("A B");
    for (const header of [mail.to, mail.replyTo, mail.bcc]) expect(header).not.toMatch(/[\r\n]/);
  });

  it("has a name and a subject even when the merchant gave none", () => {
    const mail = compose({
      text: { subject: " \n", body: "" },
      sender: { name: "", replyTo: "", bcc: "" },
    });
    expect(mail.fromName).toBe("Atelier Noord BV");
    expect(mail.subject).toBe("Factuur 2026-0042");
  });

  it("asks nothing of who has paid, and shows no price with a delivery note", () => {
    const paid = compose({ document: sampleDocument({ isPaid: true }) });
    expect(paid.text).toContain("Betaald: €\u00a0155,00");
    expect(paid.text).not.toContain("Rekeningnummer");
    const delivery = compose({ document: sampleDocument({ kind: "deliveryNote" }) });
    expect(delivery.html + delivery.text).not.toContain("€");
  });
});

describe("composeMail of a credit note", () => {
  const credit = compose({
    document: {
      ...document,
      kind: "creditNote",
      precedingInvoice: { number: "2026-0041", issueDate: "2026-11-03" },
      creditReason: "Te klein <b>",
      dueDate: null,
      paymentReference: "",
      totals: { ...document.totals, paidAmount: "155.00", amountDue: "0.00" },
    },
    text: { subject: "", body: "Beste Ada" },
  });

  it("says which invoice is mended and what was paid back, and asks for nothing", () => {
    expect(credit.text.split("\n").slice(2)).toEqual([
      "—",
      "Creditnota 2026-0042",
      "Credit voor factuur 2026-0041 van 3 november 2026",
      "Reden: Te klein <b>",
      "Datum: 21 november 2026",
      "Bestelling: #1042",
      "Besteldatum: 20 november 2026",
      "Terugbetaald: €\u00a0155,00",
      "",
      "Atelier Noord BV · Kouter 14 · 9000 Gent",
      "",
    ]);
    expect(credit.html).toContain("Reden: Te klein &lt;b&gt;</td>");
    expect(credit.html + credit.text).not.toMatch(/betalen|Rekeningnummer/);
  });
});

describe("pdfFileName", () => {
  it.each([
    [{ kind: "invoice", language: "nl", number: "2026-0042" }, "factuur-2026-0042.pdf"],
    [
      { kind: "orderConfirmation", language: "de", number: "OC 2026/7" },
      "auftragsbestaetigung-oc-2026-7.pdf",
    ],
    [{ kind: "creditNote", language: "fr", number: "CN2026-1" }, "note-de-credit-cn2026-1.pdf"],
    [{ kind: "receipt", language: "fr", number: "#../../x" }, "recu-x.pdf"],
  ] as const)("of %j is safe everywhere", (named, name) => {
    expect(pdfFileName(named)).toBe(name);
  });
});
