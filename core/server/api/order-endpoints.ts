import { z } from "zod";
import { documentKindSchema } from "#domain/merchant";
import { json, valueOf } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { howSchema, idSchema, pageFields, searchField } from "./read-fields.ts";
import { parse, readJson, readQuery, type Endpoints, type SignedCall } from "./signed-call.ts";

const MOST_ORDERS = 500;

/** An invoice that another program made. */
const elsewhereSchema = z.strictObject({
  number: z.string().trim().min(1).max(100),
  issueDate: z.iso.date(),
});

export const orderEndpoints = ({ store }: Pick<ApiPorts, "store">): Endpoints => ({
  "GET /orders": async (call) => {
    const {
      search = "",
      limit,
      cursor,
    } = readQuery(call, z.strictObject({ search: searchField, ...pageFields }));
    const page = { limit, ...(cursor && { cursor }) };
    return json(valueOf(await call.desk.listOrders(search, page)));
  },

  "POST /orders/documents": async (call) => {
    const schema = z.strictObject({ orderIds: z.array(idSchema).max(MOST_ORDERS) });
    const { orderIds } = readJson(call, schema);
    const { merchantId, shopId } = call.shop;
    const documents = await store(merchantId).listDocumentsOfOrders(shopId, orderIds);
    const shown = documents.filter(({ state }) => state !== "discarded");
    return json(
      Object.fromEntries(
        orderIds.map((orderId) => [orderId, shown.filter((each) => each.orderId === orderId)]),
      ),
    );
  },

  "POST /orders/:orderId/documents": async (call) => {
    const schema = z.strictObject({
      kind: documentKindSchema.exclude(["creditNote"]),
      how: howSchema,
    });
    const { kind, how } = readJson(call, schema);
    return json(valueOf(await call.desk.makeDocument(orderIdOf(call), kind, how)));
  },

  "GET /orders/:orderId/refunds": async (call) =>
    json(valueOf(await call.desk.listRefunds(orderIdOf(call)))),

  "POST /orders/:orderId/credit-notes": async (call) => {
    const schema = z.strictObject({
      refundId: idSchema,
      elsewhere: elsewhereSchema.nullable().default(null),
      how: howSchema,
    });
    const { refundId, elsewhere, how } = readJson(call, schema);
    const refund = { orderId: orderIdOf(call), refundId };
    return json(valueOf(await call.desk.creditRefund(refund, elsewhere, how)));
  },
});

const orderIdOf = ({ params }: SignedCall): string => parse(params["orderId"], idSchema);
