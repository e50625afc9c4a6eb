import { describe, expect, it } from "vitest";
import { planOf } from "#domain/billing";
import { LANGUAGES } from "#domain/merchant";
import { composeUsageMail, type UsageMail } from "./compose-usage-mail.ts";

const MAIL: UsageMail = {
  to: "ada@example.com",
  language: "en",
  merchantName: "Bakkerij <Ada>",
  plan: planOf("free"),
  allowance: { included: 30, extra: null },
  issued: 24,
  period: "2026-12",
  planUrl: "https://shop.example/plan?a=1&b=2",
};

describe("the mail about a month's use", () => {
  it("says how much is used, what happens then, from when on there is room, and where to get more", () => {
    const { subject, text, html } = composeUsageMail(MAIL);
    expect(subject).toBe("Docket: 24 of 30 documents used this month");
    expect(text).toBe(
      [
        "You have issued 24 of the 30 documents that your plan Free includes this month.",
        "Once they are used up, new documents wait as drafts. Nothing is lost: you can issue them from 1 January 2027 on, or at once with a larger plan.",
        "See your plan: https://shop.example/plan?a=1&b=2\n",
      ].join("\n\n"),
    );
    expect(html).toContain('href="https://shop.example/plan?a=1&amp;b=2"');
    expect(html).toContain("Bakkerij &lt;Ada&gt;");
    expect(html).not.toContain("<Ada>");
  });

  it("says once that all are used", () => {
    const { text } = composeUsageMail({ ...MAIL, issued: 30 });
    expect(text).toContain(
      "All 30 documents of your plan Free are used for this month.\n\nNew documents now wait as drafts. Nothing is lost",
    );
  });

  it("names what further documents cost where the merchant agreed to it", () => {
    const plan = planOf("starter");
    const allowance = { included: 250, extra: { count: 62, priceUsd: "0.08" } };
    const { text } = composeUsageMail({ ...MAIL, language: "nl", plan, allowance, issued: 250 });
    expect(text).toContain(
      "Alle 250 documenten van je abonnement Starter zijn voor deze maand gebruikt.",
    );
    expect(text).toMatch(/De volgende 62 kosten elk US\$\s0,08, zoals afgesproken/);
  });

  it.each(LANGUAGES)("has no gap in %s", (language) => {
    const { subject, text } = composeUsageMail({ ...MAIL, language });
    expect(`${subject} ${text}`).not.toMatch(/undefined|null|\$\{/);
    expect(text).toContain("30");
  });
});
