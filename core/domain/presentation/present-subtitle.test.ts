import { describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { sampleDocument, sampleDraft } from "../../../tests/golden/sample-documents.ts";
import { presentDocument } from "./index.ts";

const creditNote = (changes: Partial<Document> = {}): Document => ({
  ...sampleDocument(),
  kind: "creditNote",
  precedingInvoice: { number: "2026-0042", issueDate: "2026-11-03" },
  ...changes,
});
const subtitle = (document: Document): readonly string[] => presentDocument(document).subtitle;

describe("under the title", () => {
  it.each([
    ["nl", "Creditnota", "Credit voor factuur 2026-0042 van 3 november 2026"],
    ["fr", "Note de crédit", "Crédit pour la facture 2026-0042 du 3 novembre 2026"],
    ["de", "Rechnungskorrektur", "Korrektur zur Rechnung 2026-0042 vom 3. November 2026"],
    ["en", "Credit note", "Credit for invoice 2026-0042 of 3 November 2026"],
  ] as const)("a credit note says which invoice it mends, in %s", (language, title, words) => {
    expect(presentDocument(creditNote({ language }))).toMatchObject({ title, subtitle: [words] });
  });

  it("says why, and does without a date that nobody knows", () => {
    const precedingInvoice = { number: "A-7", issueDate: null };
    expect(subtitle(creditNote({ precedingInvoice, creditReason: "Te klein" }))).toEqual([
      "Credit voor factuur A-7",
      "Reden: Te klein",
    ]);
  });

  it("keeps a long reason within the page", () => {
    const [, reason = ""] = subtitle(creditNote({ creditReason: "woord\n".repeat(400) }));
    expect(reason).toBe("Reden: woord\nwoord\nwoord …");
  });

  it.each([
    ["nl-BE", "Dit is geen factuur en geeft geen recht op aftrek van btw."],
    ["fr-BE", "Ceci n’est pas une facture et ne donne pas droit à la déduction de la TVA."],
    ["de-DE", "Dies ist keine Rechnung und berechtigt nicht zum Vorsteuerabzug."],
    ["en-GB", "This is not an invoice and gives no right to deduct VAT."],
  ])("a pro forma says that it is no invoice, in %s", (locale, words) => {
    expect(subtitle(sampleDocument({ kind: "proforma", locale }))).toEqual([words]);
    expect(presentDocument(sampleDraft({ kind: "proforma", locale })).subtitle).toEqual([words]);
  });

  it("other kinds say nothing", () => {
    for (const kind of ["invoice", "orderConfirmation", "receipt", "deliveryNote"] as const) {
      expect(subtitle(sampleDocument({ kind }))).toEqual([]);
    }
  });
});
