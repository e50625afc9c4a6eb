import { expect, it } from "vitest";
import { examineDocument, explainRounding } from "./index.ts";
import { aDraft } from "./test-support.ts";

it("says in one line where the cents come from", () => {
  const draft = aDraft({ total: "12.05", cashRounding: "-0.05", paidAmount: "12.05" });
  const words = explainRounding(draft);
  expect(words?.en).toBe(
    "The shop counted €12.05, but this document adds up to €12.10: VAT is computed once per rate, and cash is sometimes rounded. " +
      "The rounding of -€0.05 brings it to exactly what the shop counted.",
  );
  expect(words?.nl).toContain("€\u00a0-0,05");
  expect(examineDocument(draft).map(({ message }) => message)).toEqual([words]);
});

it("has nothing to say where nothing was rounded", () => {
  expect(explainRounding(aDraft())).toBeNull();
});
