import { z } from "zod";
import { emailSchema } from "#domain/party";
import { redact } from "../jobs/index.ts";
import { found, json } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { writeLinkToken } from "./link-token.ts";
import { idSchema } from "./read-fields.ts";
import { refuse } from "./refusal.ts";
import { parse, readJson, type Endpoints } from "./signed-call.ts";

const MOST_ORDERS = 500;
const LINK_LASTS_SECONDS = 30 * 24 * 60 * 60;

/** WordPress writes UTC with or without its Z. */
const instantSchema = z.iso
  .datetime({ offset: true, local: true })
  .transform((text) => (/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`));
const unseenSchema = z.strictObject({
  orders: z.array(z.strictObject({ orderId: idSchema, updatedAt: instantSchema })).max(MOST_ORDERS),
});

const customerSchema = z.strictObject({
  email: emailSchema,
  orderIds: z.array(idSchema).max(MOST_ORDERS).default([]),
});

/** What a shop's server asks beside its admin pages. */
export const shopEndpoints = (ports: ApiPorts): Endpoints => ({
  "POST /events/unseen": async (call) => {
    const { merchantId, shopId } = call.shop;
    const { orders } = readJson(call, unseenSchema);
    return json({ orderIds: await ports.archive(merchantId).findUnseen(shopId, orders) });
  },

  "POST /links": async (call) => {
    const { merchantId, shopId } = call.shop;
    const { documentId } = readJson(call, z.strictObject({ documentId: idSchema }));
    const stored = found(await ports.store(merchantId).findDocument(documentId), "document");
    if (stored.state !== "issued") {
      refuse("not-found", "Only an issued document has a link for the customer.");
    }
    const expiresAt = ports.clock.after(LINK_LASTS_SECONDS);
    const key = await ports.links(merchantId).loadKey(documentId);
    const token = writeLinkToken({ shopId, documentId, expiresAt }, key);
    return json({ url: `${ports.publicUrl}/d/${token}`, expiresAt });
  },

  "DELETE /links/:documentId": async ({ shop, params }) => {
    await ports.links(shop.merchantId).revoke(parse(params["documentId"], idSchema));
    return json({});
  },

  "POST /privacy/export": async (call) => {
    const { merchantId, shopId } = call.shop;
    const customer = { ...readJson(call, customerSchema), shopId };
    const privacy = ports.privacy(merchantId);
    const collected = await privacy.collectCustomer(customer);
    // WordPress hands it over; here only that it was asked for is kept.
    const report = {
      type: "customerExport",
      subject: customer.email,
      redacted: [],
      kept: [],
    } as const;
    await privacy.saveReport(report, null);
    return json(collected);
  },

  "POST /privacy/erase": async (call) => {
    const { merchantId, shopId } = call.shop;
    const customer = { ...readJson(call, customerSchema), shopId };
    const privacy = ports.privacy(merchantId);
    const { redacted, kept } = await redact(
      () => privacy.redactCustomer(customer),
      privacy,
      ports.files,
    );
    return json({ redacted, kept });
  },
});
