import { z } from "zod";
import { documentKindSchema } from "#domain/merchant";
import { emailSchema } from "#domain/party";
import type { DocumentFilter } from "#domain/workflows";
import type { BulkOutcome, Desk } from "../desk/index.ts";
import { found, json } from "./answer.ts";
import { idSchema, pageFields, searchField } from "./read-fields.ts";
import { parse, readJson, readQuery, type Endpoints, type SignedCall } from "./signed-call.ts";

const filterFields = {
  search: searchField,
  kind: documentKindSchema.optional(),
  state: z.enum(["draft", "issued"]).optional(),
  delivery: z.enum(["waiting", "sent", "failed", "none"]).optional(),
  isPaid: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  fromDate: z.iso.date().optional(),
  toDate: z.iso.date().optional(),
};

const MOST_DOCUMENTS = 250;
/** A ZIP is downloaded at once. */
const MOST_IN_ZIP = 1000;
const documentIds = z.array(idSchema).min(1).max(MOST_DOCUMENTS);

const commandSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("issue"), documentIds, send: z.boolean().default(false) }),
  z.strictObject({
    intent: z.literal("send"),
    documentIds,
    recipient: emailSchema.min(1).optional(),
    requestId: idSchema.optional(),
  }),
  z.strictObject({ intent: z.literal("discard"), documentIds }),
  z.strictObject({ intent: z.literal("check"), documentIds }),
]);

export const documentEndpoints: Endpoints = {
  "GET /documents": async (call) => {
    const query = readQuery(call, z.strictObject({ ...filterFields, ...pageFields }));
    const { limit, cursor, ...filter } = query;
    const page = { limit, ...(cursor && { cursor }) };
    return json(await listDocuments(call.desk, given(filter), page));
  },

  "GET /documents/count": async (call) =>
    json(await call.desk.countDocuments(given(readQuery(call, z.strictObject(filterFields))))),

  "GET /documents/:documentId": async (call) =>
    json(found(await call.desk.loadDocument(documentIdOf(call)), "document")),

  "GET /documents/:documentId/file": async (call) => {
    const schema = z.strictObject({ type: z.enum(["pdf", "ubl", "cii", "facturx"]) });
    const { type } = readQuery(call, schema);
    return { file: found(await call.desk.readFile(documentIdOf(call), type), "file") };
  },

  "GET /documents/:documentId/pages": async (call) =>
    json(found(await call.desk.readPages(documentIdOf(call)), "document")),

  "POST /documents/commands": async (call) => {
    const command = readJson(call, commandSchema);
    const outcome = await run(command, call);
    const mayBeFull =
      command.intent === "issue" && outcome.problems.some(({ findings }) => findings.length === 0);
    // How many drafts wait for room in the plan, where that may be why.
    const heldCount = mayBeFull
      ? await call.desk.countDocuments({ state: "draft", isHeld: true })
      : 0;
    return json({ ...outcome, heldCount });
  },

  "POST /documents/zip": async (call) => {
    const schema = z.strictObject({ documentIds: documentIds.max(MOST_IN_ZIP) });
    return { file: await call.desk.readZip(readJson(call, schema).documentIds) };
  },
};

/** Each row says whether it is a draft that the doctor refuses. */
async function listDocuments(desk: Desk, ...asked: Parameters<Desk["listDocuments"]>) {
  const { rows, nextCursor } = await desk.listDocuments(...asked);
  const drafts = rows.filter(({ state }) => state === "draft");
  const toMend = await desk.findDraftsToMend(drafts.map(({ documentId }) => documentId));
  const marked = rows.map((row) => ({ ...row, isToMend: toMend.includes(row.documentId) }));
  return { rows: marked, nextCursor };
}

function run(
  command: z.infer<typeof commandSchema>,
  { desk, tokenId }: Pick<SignedCall, "desk" | "tokenId">,
): Promise<BulkOutcome> {
  switch (command.intent) {
    case "issue":
      return desk.issueDocuments(command.documentIds, command.send);
    case "send": {
      const { recipient, requestId = tokenId } = command;
      return desk.sendDocuments(command.documentIds, {
        requestId,
        ...(recipient && { recipient }),
      });
    }
    case "discard":
      return desk.discardDrafts(command.documentIds);
    case "check":
      return desk.checkDocuments(command.documentIds);
  }
}

const documentIdOf = ({ params }: SignedCall): string => parse(params["documentId"], idSchema);

/** Without the fields that were not given. */
function given(filter: {
  readonly [Field in keyof DocumentFilter]: DocumentFilter[Field] | undefined;
}): DocumentFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
