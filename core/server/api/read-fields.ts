import { z } from "zod";

/** An id of ours or of a shop. What is no id finds nothing, and nothing odd gets as far as the database. */
export const idSchema = z.string().regex(/^[\x21-\x7e]{1,200}$/, "expected an id");

export const howSchema = z.enum(["draft", "issue", "issueAndSend"]);

const MOST_ROWS = 100;
const DEFAULT_ROWS = 25;

/** Where a list goes on. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(DEFAULT_ROWS),
  cursor: z.string().max(200).optional(),
};

export const searchField = z.string().trim().max(200).optional();
