import { describe, expect, it } from "vitest";
import type { Document } from "#domain/document";
import { LANGUAGES } from "#domain/merchant";
import { textVariables } from "#domain/presentation";
import { merchantSettingsSchema } from "#domain/merchant";
import { sampleDocument } from "../../../../tests/golden/sample-documents.ts";
import { checkText, fillText, liquidText } from "./index.ts";

const variables = textVariables(sampleDocument());
const { texts } = merchantSettingsSchema.parse({});

describe("fillText", () => {
  it("fills the default caption", () => {
    expect(fillText(texts.captions.toBePaid.nl, variables)).toEqual({
      ok: true,
      value:
        "Gelieve €\u00a0155,00 te betalen tegen 5 december 2026, met vermelding van +++000/0001/04272+++.",
    });
  });

  it.each(LANGUAGES)("credits in %s, and asks for nothing", (language) => {
    const document: Document = {
      ...sampleDocument({ locale: language }),
      kind: "creditNote",
      precedingInvoice: { number: "2026-0041", issueDate: "2026-11-03" },
    };
    const values = textVariables(document);
    const { subject, body } = texts.mails.credited[language];
    for (const template of [texts.captions.credited[language], body]) {
      const filled = fillText(template, values);
      expect(filled).toMatchObject({ value: expect.stringContaining("2026-0041") });
      expect(filled).toMatchObject({ value: expect.stringContaining(values.document.total) });
      expect(filled).not.toMatchObject({ value: expect.stringContaining(values.seller.iban) });
    }
    expect(fillText(subject, values)).toMatchObject({
      value: expect.stringContaining(values.document.title),
    });
  });

  it("leaves the customer's text alone: it is no template and no markup", () => {
    const buyer = { ...variables.buyer, name: "{{ seller.iban }} <b>" };
    expect(fillText("Beste {{ buyer.name }},", { ...variables, buyer })).toEqual({
      ok: true,
      value: "Beste {{ seller.iban }} <b>,",
    });
  });

  it.each(["{{ nothing.here }}", "{{ document.nothing }}", "{% if nothing %}x{% endif %}"])(
    "leaves a gap for %s",
    (template) => expect(fillText(template, variables)).toEqual({ ok: true, value: "" }),
  );

  it.each([
    "{{ constructor }}",
    "{{ document.constructor }}",
    "{{ document.__proto__ }}",
    "{{ document.toString }}",
    "{{ buyer.name.constructor }}",
  ])("reaches nothing behind %s", (template) => {
    expect(fillText(template, variables)).toEqual({ ok: true, value: "" });
  });

  it.each([
    ["Dear {{ buyer.name", 'Line 1: output "{{ buyer.name" not closed'],
    ["a\n{% oops %}", 'Line 2: tag "oops" not found'],
    ["{% include '/etc/passwd' %}", 'Line 1: tag "include" not found'],
    ["{% render 'x' %}", 'Line 1: tag "render" not found'],
    ["{% layout 'x' %}", 'Line 1: tag "layout" not found'],
    ["{% for i in (1..1000000000) %}x{% endfor %}", "Line 1: memory alloc limit exceeded"],
    [
      "{% for i in (1..9000) %}{% for j in (1..9000) %}x{% endfor %}{% endfor %}",
      "Line 1: memory alloc limit exceeded",
    ],
    [
      "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}",
      "Line 1: memory alloc limit exceeded",
    ],
    [
      "{% for i in (1..3000) %}0123456789{% endfor %}",
      "The text becomes longer than 20000 characters.",
    ],
    ["x".repeat(10_001), "The text is longer than 10000 characters."],
  ])("refuses %j and says where", (template, message) => {
    expect(fillText(template, variables)).toEqual({
      ok: false,
      problem: { code: "text-invalid", message },
    });
  });
});

describe("liquidText", () => {
  it("gives the fallback for a broken text and tells why", () => {
    const problems: string[] = [];
    const { fill } = liquidText(({ message }) => problems.push(message));
    expect(fill("{{ document.title }}", variables)).toBe("Factuur");
    expect(fill("{{", variables)).toBe("");
    expect(fill("{% x %}", variables, "thank you")).toBe("thank you");
    expect(problems).toEqual(['Line 1: output "{{" not closed', 'Line 1: tag "x" not found']);
  });
});

describe("checkText", () => {
  it("accepts every default text", () => {
    for (const state of ["paid", "toBePaid", "credited"] as const) {
      for (const language of LANGUAGES) {
        const { subject, body } = texts.mails[state][language];
        for (const text of [texts.captions[state][language], subject, body]) {
          expect(checkText(text)).toMatchObject({ ok: true });
        }
      }
    }
  });

  it("knows a text's own names from placeholders", () => {
    const text = "{% assign who = buyer.name %}{{ who | upcase }} {{ buyer.name.size }}";
    expect(checkText(text)).toEqual({ ok: true, value: ["buyer.name", "buyer.name.size"] });
  });

  it.each([
    [
      "{{ document.totl }}",
      "There is no placeholder {{ document.totl }}. The nearest is {{ document.total }}; there are 21 others.",
    ],
    ["{{ constructor }}", "There is no placeholder {{ constructor }}."],
    ["{{ document.title | shout }}", "Line 1: undefined filter: shout"],
    ["one\ntwo {% if %}", "Line 2: invalid value expression"],
  ])("refuses %j", (text, message) => {
    const checked = checkText(text);
    expect(checked).toMatchObject({ ok: false, problem: { code: "text-invalid" } });
    expect(checked.ok ? "" : checked.problem.message).toContain(message);
  });
});
