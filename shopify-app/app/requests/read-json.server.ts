import type { z } from "zod";
import { readBody } from "./read-body.server.ts";
import { refuse } from "./refuse.server.ts";

const MAX_JSON_BYTES = 1_000_000;

/** What a page sent, parsed once. Our own pages send nothing else, so a mismatch is answered 400, not explained. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const body = await readBody(request, MAX_JSON_BYTES);
  const parsed = schema.safeParse(parseJson(new TextDecoder().decode(body)));
  if (!parsed.success) refuse(400, "Unexpected content");
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
