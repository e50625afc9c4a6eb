import type { z } from "zod";
import { fieldOf, inPlainWords } from "#domain/result";
import type { Shop } from "#domain/workflows";
import type { Desk } from "../desk/index.ts";
import type { Answer } from "./answer.ts";
import { parseJson } from "./read-body.ts";
import { refuse } from "./refusal.ts";

/** A call of a shop's plugin whose signature is right. */
export interface SignedCall {
  readonly shop: Shop;
  readonly desk: Desk;
  /** Of no other call. */
  readonly tokenId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
}

/** What the API answers, by method and path. */
export type Endpoints = Readonly<
  Record<`${"GET" | "POST" | "PUT" | "DELETE"} /${string}`, (call: SignedCall) => Promise<Answer>>
>;

export function readJson<Value>(
  { body }: Pick<SignedCall, "body">,
  schema: z.ZodType<Value>,
): Value {
  const value = parseJson(body);
  if (value === undefined) refuse("not-json", "The body is not JSON.");
  return parse(value, schema);
}

export const readQuery = <Value>({ query }: SignedCall, schema: z.ZodType<Value>): Value =>
  parse(Object.fromEntries(query), schema);

export function parse<Value>(value: unknown, schema: z.ZodType<Value>): Value {
  const parsed = schema.safeParse(value, { error: inPlainWords });
  if (parsed.success) return parsed.data;
  const fieldErrors = Object.fromEntries(
    parsed.error.issues.map((issue) => [fieldOf(issue), issue.message]),
  );
  const [[field, message] = ["", ""]] = Object.entries(fieldErrors);
  refuse("bad-request", `This request is not right: ${field || "body"}: ${message}.`, {
    fieldErrors,
  });
}
