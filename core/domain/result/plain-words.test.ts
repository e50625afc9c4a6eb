import { expect, it } from "vitest";
import { z } from "zod";
import { fieldOf, inPlainWords } from "./index.ts";

const schema = z.strictObject({
  name: z.string().min(1).optional(),
  count: z.int().min(0).max(9).optional(),
  isPaid: z.boolean().optional(),
  kind: z.enum(["invoice", "receipt"]).optional(),
  day: z.iso.date().optional(),
  amount: z.union([z.string(), z.number()]).optional(),
  code: z.string("give a code").optional(),
  parts: z.array(z.object({ name: z.string() })).optional(),
});

it.each([
  [{ name: 5 }, "name: expected text, found a number"],
  [{ name: "" }, "name: is empty"],
  [{ count: 1.5 }, "count: expected a whole number, found a number"],
  [{ count: -1 }, "count: expected 0 or more"],
  [{ count: 10 }, "count: expected 9 or less"],
  [{ isPaid: "yes" }, "isPaid: expected true or false, found text"],
  [{ isPaid: null }, "isPaid: is missing"],
  [{ kind: "quote" }, "kind: expected one of invoice, receipt"],
  [{ day: "soon" }, "day: expected a date such as 2026-11-21"],
  [{ amount: [] }, "amount: cannot be a list"],
  [{ code: 5 }, "code: give a code"],
  [{ colour: "red" }, "colour: is not known here; check the spelling"],
  [{ parts: [{ name: "a" }, {}] }, "parts[1].name: is missing"],
  [[], ": expected a group of fields, found a list"],
  [null, ": is missing"],
])("%j: %s", (value, sentence) => {
  const { error } = schema.safeParse(value, { error: inPlainWords });
  expect(error?.issues.map((issue) => `${fieldOf(issue)}: ${issue.message}`)).toEqual([sentence]);
});
