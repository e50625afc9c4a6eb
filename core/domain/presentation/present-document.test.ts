import { describe, expect, it } from "vitest";
import { sampleDocument, sampleDraft, SELLER } from "../../../tests/golden/sample-documents.ts";
import { presentDocument } from "./index.ts";

/** "label value" per row, with plain spaces, so that an example reads as the page does. */
const rows = (entries: readonly { readonly label: string; readonly value: string }[]): string[] =>
  entries.map(({ label, value }) => `${label} ${value}`.replaceAll("\u00a0", " "));

const LINES = [
  { name: "Tafelkleed", price: "89.00", discount: { reason: "SUMMER10", amount: "8.90" } },
  {
    name: "Kookboek",
    price: "34.95",
    quantity: "2.50",
    rate: "6",
    options: ["Zacht", " "],
    sku: "K1",
  },
];
const ABROAD = {
  name: "Maison Delvaux SA",
  contactName: "Élodie Delvaux",
  vatIdentifier: "FR40303265045",
  enterpriseNumber: "303265045",
  electronicAddress: null,
  email: "",
  phone: "",
  address: {
    line1: "1 rue de Rivoli",
    line2: "",
    postalCode: "75001",
    city: "Paris",
    region: "",
    countryCode: "FR",
  },
};

const amountsIn = (currency: string, price: string) =>
  presentDocument(sampleDocument({ currency, lines: [{ name: "x", price }] })).totals.at(-1);

function colors(color: string): string[] {
  const settings = { seller: SELLER, brand: { color } };
  const page = presentDocument(sampleDocument({ settings }));
  return [page.onAccentColor, page.accentTextColor];
}

describe("presentDocument", () => {
  it("writes a Dutch invoice", () => {
    const page = presentDocument(sampleDocument({ lines: LINES, shipping: "4.95" }));
    expect(page.title).toBe("Factuur");
    expect(rows(page.facts)).toEqual([
      "Factuurnummer 2026-0042",
      "Factuurdatum 21 november 2026",
      "Vervaldatum 5 december 2026",
      "Bestelling #1042",
      "Besteldatum 20 november 2026",
    ]);
    expect(page.lines).toEqual([
      {
        position: "1",
        name: "Tafelkleed",
        details: ["Korting ‘SUMMER10’: −€\u00a07,35 (excl. btw)"],
        quantity: "1",
        unitPrice: "€\u00a073,55",
        vat: "21\u00a0%",
        amount: "€\u00a066,20",
        amountWithVat: "€\u00a080,10",
      },
      {
        position: "2",
        name: "Kookboek",
        details: ["Zacht", "Artikelnr. K1"],
        quantity: "2,5",
        unitPrice: "€\u00a032,97",
        vat: "6\u00a0%",
        amount: "€\u00a082,43",
        amountWithVat: "€\u00a087,38",
      },
    ]);
    expect(rows(page.totals)).toEqual([
      "Subtotaal excl. btw € 148,63",
      "Verzending (Standaard) € 4,09",
      "Totaal excl. btw € 152,72",
      "Totaal btw € 19,71",
      "Totaal incl. btw € 172,43",
      "Te betalen € 172,43",
    ]);
    expect(page.vatTable.rows).toEqual([
      { rate: "21\u00a0%", taxableAmount: "€\u00a070,29", taxAmount: "€\u00a014,76" },
      { rate: "6\u00a0%", taxableAmount: "€\u00a082,43", taxAmount: "€\u00a04,95" },
    ]);
    expect(rows(page.payment?.facts ?? [])).toEqual([
      "Bedrag € 172,43",
      "Begunstigde Atelier Noord BV",
      "Rekeningnummer BE68 5390 0754 7034",
      "BIC GKCCBEBB",
      "Mededeling +++000/0001/04272+++",
      "Vervaldatum 5 december 2026",
    ]);
    expect(page.footer).toEqual([
      ["Atelier Noord BV", "Kouter 14", "9000 Gent"],
      ["Btw-nummer BE\u00a00417.497.106", "+32 9 123 45 67"],
      ["IBAN BE68 5390 0754 7034", "BIC GKCCBEBB", "hallo@ateliernoord.be", "ateliernoord.be"],
    ]);
  });

  it.each([
    [
      "fr",
      [
        "Sous-total hors TVA 1.074,38 €",
        "Livraison (Standaard) 4,09 €",
        "Total hors TVA 1.078,47 €",
        "TVA 21 % 226,48 €",
        "Total TVA comprise 1.304,95 €",
        "Payé −4,95 €",
        "À payer 1.300,00 €",
      ],
      "Remise « 10 % » : −82,64 € (hors TVA)",
    ],
    [
      "de",
      [
        "Zwischensumme netto 1.074,38 €",
        "Versand (Standaard) 4,09 €",
        "Gesamtbetrag netto 1.078,47 €",
        "USt. 21 % 226,48 €",
        "Gesamtbetrag inkl. USt. 1.304,95 €",
        "Bezahlt −4,95 €",
        "Zu zahlen 1.300,00 €",
      ],
      "Rabatt „10 %“: −82,64 € (netto)",
    ],
    [
      "en",
      [
        "Subtotal excl. VAT €1,074.38",
        "Shipping (Standaard) €4.09",
        "Total excl. VAT €1,078.47",
        "VAT 21% €226.48",
        "Total incl. VAT €1,304.95",
        "Paid −€4.95",
        "Amount due €1,300.00",
      ],
      "Discount ‘10 %’: −€82.64 (excl. VAT)",
    ],
  ])("writes totals and discounts in %s", (locale, totals, discount) => {
    const page = presentDocument(
      sampleDocument({
        locale,
        shipping: "4.95",
        paidAmount: "4.95",
        lines: [{ name: "x", price: "1400", discount: { reason: "10 %", amount: "100" } }],
      }),
    );
    expect(rows(page.totals)).toEqual(totals);
    expect(page.lines[0]?.details.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      discount,
    ]);
  });

  it("writes yen without decimals and dinars with three", () => {
    expect(amountsIn("JPY", "11080")?.value).toBe("JP¥\u00a011.080");
    expect(amountsIn("KWD", "12.345")?.value).toBe("KWD\u00a012,345");
  });

  it("says that a paid document is paid, and asks for nothing", () => {
    const page = presentDocument(sampleDocument({ isPaid: true }));
    expect(page.totals.at(-1)).toEqual({
      label: "Betaald",
      value: "€\u00a0155,00",
      emphasis: "settled",
    });
    expect(page.payment).toBeNull();
    expect(page.facts.some(({ label }) => label === "Vervaldatum")).toBe(false);
  });

  it("says what stands in the buyer's favour", () => {
    const page = presentDocument(sampleDocument({ paidAmount: "200.00" }));
    expect(rows(page.totals.slice(-2))).toEqual(["Betaald −€ 200,00", "In uw voordeel € 45,00"]);
    expect(page.payment).toBeNull();
  });

  it("names what bears no rate", () => {
    const page = presentDocument(sampleDocument({ lines: [{ name: "x", price: "5", rate: "0" }] }));
    expect(page.lines[0]?.vat).toBe("0\u00a0%");
    const exempt = sampleDocument();
    const lines = exempt.lines.map((line) => ({
      ...line,
      vat: { category: "E", ratePercent: "0", exemptionReason: "exempt" } as const,
    }));
    expect(presentDocument({ ...exempt, lines }).lines[0]?.vat).toBe("vrijgesteld");
  });

  it("shows neither price nor caption on a delivery note, and the goods' way first", () => {
    const deliverTo = { name: "Grace Claes", address: { ...ABROAD.address, line1: "2 quai" } };
    const page = presentDocument(
      sampleDocument({ kind: "deliveryNote", order: { deliverTo }, lines: LINES, shipping: "5" }),
    );
    expect(page.addresses.map(({ heading }) => heading)).toEqual(["Leveringsadres", "Klant"]);
    expect(JSON.stringify(page)).not.toContain("€");
    expect(page).toMatchObject({ hasPrices: false, caption: "", totals: [], payment: null });
    expect(page.vatTable.rows).toEqual([]);
  });

  it("names countries and VAT numbers across a border, and none at home", () => {
    const page = presentDocument(sampleDocument({ locale: "fr", order: { buyer: ABROAD } }));
    expect(page.addresses).toEqual([
      {
        heading: "Client",
        lines: ["Maison Delvaux SA", "Élodie Delvaux", "1 rue de Rivoli", "75001 Paris", "France"],
        identifiers: [{ label: "Numéro de TVA", value: "FR40303265045" }],
      },
    ]);
    expect(page.seller.lines).toEqual(["Kouter 14", "9000 Gent", "Belgique"]);
  });

  it.each([
    ["NL", "33014286", "KvK 33014286"],
    ["FR", "303265045", "SIREN 303265045"],
    ["FR", "73282932000074", "SIRET 73282932000074"],
  ])("calls the number of a register in %s by its own name", (countryCode, number, expected) => {
    const { seller, ...rest } = sampleDocument();
    const address = { ...seller.address, countryCode };
    const page = presentDocument({
      ...rest,
      seller: { ...seller, vatIdentifier: "", enterpriseNumber: number, address },
    });
    expect(page.footer[1]).toContain(expected);
  });

  it("tells a register's number that the VAT number does not hold", () => {
    const { buyer, seller, ...rest } = sampleDocument();
    const page = presentDocument({
      ...rest,
      seller: { ...seller, vatIdentifier: "", taxNumber: "12/345/67890" },
      buyer: { ...buyer, vatIdentifier: "NL004495445B01", enterpriseNumber: "12345678" },
    });
    expect(rows(page.addresses[0]?.identifiers ?? [])).toEqual([
      "Btw-nummer NL004495445B01",
      "Ondernemingsnummer 12345678",
    ]);
    expect(page.footer[1]).toEqual([
      "Ondernemingsnummer 0417.497.106",
      "Fiscaal nummer 12/345/67890",
      "+32 9 123 45 67",
    ]);
  });

  it("tells the day of delivery where it is another, and the buyer's own order", () => {
    const document = { ...sampleDocument(), buyerReference: "KST 7", purchaseOrder: "PO-12" };
    const facts = (deliveryDate: string | null) =>
      rows(presentDocument({ ...document, deliveryDate }).facts).slice(2);
    const others = ["Bestelling #1042", "Besteldatum 20 november 2026"];
    const references = ["Uw referentie KST 7", "Uw bestelbon PO-12"];
    expect(facts("2026-11-25")).toEqual([
      "Vervaldatum 5 december 2026",
      "Leveringsdatum 25 november 2026",
      ...others,
      ...references,
    ]);
    for (const date of [null, document.issueDate]) {
      expect(facts(date)).toEqual(["Vervaldatum 5 december 2026", ...others, ...references]);
    }
  });

  it.each([
    ["nl", "Btw in EUR: € 23,18 (1 USD = 0,861703 EUR)"],
    ["fr", "TVA en EUR : 23,18 € (1 USD = 0,861703 EUR)"],
    ["de", "USt. in EUR: 23,18 € (1 USD = 0,861703 EUR)"],
    ["en", "VAT in EUR: €23.18 (1 USD = 0.861703 EUR)"],
  ] as const)("gives the VAT in the seller's own currency too, in %s", (language, words) => {
    const vatInOwnCurrency = { currency: "EUR", vatTotal: "23.18", exchangeRate: "0.861703" };
    const document = { ...sampleDocument({ currency: "USD" }), language, vatInOwnCurrency };
    const { inOwnCurrency } = presentDocument(document).vatTable;
    expect(inOwnCurrency.replaceAll("\u00a0", " ")).toBe(words);
    const delivery = presentDocument({ ...document, kind: "deliveryNote" });
    expect(delivery.vatTable.inOwnCurrency).toBe("");
    expect(presentDocument(sampleDocument()).vatTable.inOwnCurrency).toBe("");
  });

  it("passes on what the law wants said, wherever there are figures", () => {
    const legalMentions = ["Btw verlegd (art. 196)"];
    const document = { ...sampleDocument(), legalMentions };
    expect(presentDocument(document).legalMentions).toEqual(legalMentions);
    expect(presentDocument({ ...document, kind: "deliveryNote" }).legalMentions).toEqual([]);
  });

  it("shows a caption that speaks of what happened, and none that asks in vain", () => {
    const captionOf = (changes: object) =>
      presentDocument({ ...sampleDocument(), caption: "words", ...changes }).caption;
    expect(captionOf({ kind: "creditNote" })).toBe("words");
    expect(captionOf({ kind: "proforma" })).toBe("words");
    expect(captionOf({ kind: "receipt", isPaid: true })).toBe("words");
    expect(captionOf({ kind: "receipt" })).toBe("");
  });

  it("prints one address when the goods go to the buyer", () => {
    const { buyer } = sampleDocument();
    const deliverTo = { name: buyer.name, address: buyer.address ?? ABROAD.address };
    expect(presentDocument(sampleDocument({ order: { deliverTo } })).addresses).toHaveLength(1);
  });

  it("marks a draft, without number, dates, reference or QR", () => {
    const page = presentDocument(sampleDraft(), { caption: "Te betalen tegen …" });
    expect(page).toMatchObject({ watermark: "Concept", number: "", caption: "Te betalen tegen …" });
    expect(rows(page.facts)).toEqual(["Bestelling #1042", "Besteldatum 20 november 2026"]);
    expect(page.payment?.epcPayload).toBe("");
    expect(JSON.stringify(page)).not.toContain("+++");
  });

  it("keeps hostile text as it is and cuts only what the page has no room for", () => {
    const hostile = "<script>{{ x }}</script> #{panic()} \\ & ‮";
    const page = presentDocument(sampleDocument({ order: { note: hostile } }));
    expect(page.note.text).toBe(hostile);
    const long = presentDocument(sampleDocument({ order: { note: "woord ".repeat(500) } }));
    expect(long.note.text).toMatch(/^(woord ){110,120}…$/);
    const tall = presentDocument(sampleDocument({ order: { note: "a\n".repeat(50) } }));
    expect(tall.note.text.split("\n")).toHaveLength(10);
  });

  it("chooses text that reads on the merchant's colour", () => {
    expect(colors("#0f766e")).toEqual(["#ffffff", "#0f766e"]);
    expect(colors("#ffd400")).toEqual(["#111827", "#8c7500"]);
    expect(colors("#ffffff")).toEqual(["#111827", "#737373"]);
  });
});
