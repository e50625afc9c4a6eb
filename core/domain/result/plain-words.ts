import type { z } from "zod";

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: "expected a moment such as 2026-11-21T10:00:00Z",
  date: "expected a date such as 2026-11-21",
};

/**
 * Why a value is refused, for the person who made the file: pass it as `error` when parsing. A schema's own message comes
 * first; zod asks this one only where there is none.
 */
export function inPlainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined || issue.input === null) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `expected ${KINDS[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}`;
    case "invalid_union":
      return `cannot be ${kindOf(issue.input)}`;
    case "invalid_value":
      return `expected one of ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return FORMATS[issue.format] ?? `expected a ${issue.format}`;
    case "unrecognized_keys":
      return "is not known here; check the spelling";
    case "too_small":
      return issue.origin === "string" ? "is empty" : `expected ${issue.minimum} or more`;
    case "too_big":
      return `expected ${issue.maximum} or less`;
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return "cannot be read";
  }
}

/** Where a value stands in its file: `lineItems[0].quantity`, "" for the whole. Of an unknown key, the key itself. */
export function fieldOf(issue: z.core.$ZodIssue): string {
  const path =
    issue.code === "unrecognized_keys" ? issue.path.concat(issue.keys[0] ?? []) : issue.path;
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return KINDS[typeof value] ?? typeof value;
}
