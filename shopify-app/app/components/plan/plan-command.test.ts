import { expect, test } from "vitest";
import { capSchema, choiceText, planCommandSchema, readChoice } from "./plan-command.ts";

test.each([
  ["25", "25.00"],
  [" 25.5 ", "25.50"],
  ["25,05", "25.05"],
  ["0.01", "0.01"],
  ["007", "7.00"],
  ["10000", "10000.00"],
])("a limit of %j is %s dollars", (typed, cap) => {
  expect(capSchema.parse(typed)).toBe(cap);
});

test.each(["", "0", "0.00", "-5", "10000.01", "99999", "25.005", "$25", "1e3", "1,000.00", "NaN"])(
  "%j is no limit, and the message says what one is",
  (typed) => {
    expect(capSchema.safeParse(typed).error?.issues[0]?.message).toBe(
      "Give an amount between 0.01 and 10000, such as 25.00.",
    );
  },
);

test("a choice goes into an address and comes back", () => {
  const choice = { planId: "starter", interval: "yearly" } as const;
  expect(readChoice(choiceText(choice))).toEqual(choice);
});

test.each([null, "", "starter", "free.monthly", "gold.monthly", "starter.weekly", "a.b.c"])(
  "%j in an address is no choice",
  (text) => {
    expect(readChoice(text)).toBeUndefined();
  },
);

test.each([
  { intent: "select", planId: "free", interval: "monthly", cap: null },
  { intent: "select", planId: "starter", interval: "monthly" },
  { intent: "cancel", planId: "starter" },
  { intent: "grant" },
])("%j is nothing that the page sends", (command) => {
  expect(planCommandSchema.safeParse(command).success).toBe(false);
});
