import { documentKindSchema } from "#domain/merchant";
import { z } from "zod";
import { DOCUMENT_VIEWS, type DocumentQuery } from "../components/documents/document-query.ts";

const emptyOr = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([schema, z.literal("")]).catch("");

/** A wrong value in an address is as good as none: the list shows more, never an error. */
const documentQuerySchema = z.object({
  view: z.enum(DOCUMENT_VIEWS).catch("all"),
  search: z.string().trim().max(200).catch(""),
  kind: emptyOr(documentKindSchema),
  paid: emptyOr(z.enum(["yes", "no"])),
  delivery: emptyOr(z.enum(["waiting", "sent", "failed", "none"])),
  from: emptyOr(z.iso.date()),
  to: emptyOr(z.iso.date()),
});

export const readDocumentQuery = (params: URLSearchParams): DocumentQuery =>
  documentQuerySchema.parse(Object.fromEntries(params));
