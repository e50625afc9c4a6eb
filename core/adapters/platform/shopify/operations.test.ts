import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, parse, validate, type IntrospectionQuery } from "graphql";
import { expect, it } from "vitest";
import * as operations from "./operations.ts";

const packed = readFileSync("tests/standins/shopify/admin_2026-10.json.gz");
const answer: { data: IntrospectionQuery } = JSON.parse(gunzipSync(packed).toString());
const schema = buildClientSchema(answer.data, { assumeValid: true });
const problemsOf = (operation: string) =>
  validate(schema, parse(operation)).map(({ message }) => message);

const queries = Object.entries(operations).flatMap(([name, text]) =>
  typeof text === "string" ? [[name, text] as const] : [],
);

it("sees every operation", () => {
  expect(queries.length).toBeGreaterThanOrEqual(5);
});

it.each(queries)("%s is what Admin API 2026-10 understands", (_, operation) => {
  expect(problemsOf(operation)).toEqual([]);
});

it("would notice a field that the API does not have", () => {
  expect(problemsOf("{ shop { nameOfTheCat } }")).toEqual([
    'Cannot query field "nameOfTheCat" on type "Shop".',
  ]);
});
