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

it("sees every operation", () => {
  expect(Object.keys(operations)).toHaveLength(7);
});

it.each(Object.entries(operations))("%s is what Admin API 2026-10 understands", (_, operation) => {
  expect(problemsOf(operation)).toEqual([]);
});

it("would notice a usage charge without its key's argument", () => {
  const misspelt = operations.CREATE_USAGE_RECORD.replace("Key: $", "Kee: $");
  expect(problemsOf(misspelt)).toEqual([
    'Unknown argument "idempotencyKee" on field "Mutation.appUsageRecordCreate". Did you mean "idempotencyKey"?',
  ]);
});
