import { expect, it } from "vitest";
import { examineDocument, explainRounding } from "./index.ts";
import { aDraft } from "./test-support.ts";

it("says in one line where the cents come from", () => {
  const draft = aDraft({ total: "12.05", cashRounding: "-0.05", paidAmount: "12.05" });
  const words = explainRounding(draft);
  expect(words?.en).toBe(
    "The shop charged €12.05. VAT, computed once per rate as the standard asks, makes the total €12.10; " +
      "the rounding of -€0.05 makes the customer pay exactly what the shop asked.",
  );
  expect(words?.nl).toContain("€\u00a0-0,05");
  expect(examineDocument(draft).map(({ message }) => message)).toEqual([words]);
});

it("has nothing to say where nothing was rounded", () => {
  expect(explainRounding(aDraft())).toBeNull();
});
