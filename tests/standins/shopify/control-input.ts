import { z } from "zod";
import type { OrderWish } from "./contract.ts";
import type { AddressInput, LineInput } from "./orders/order-input.ts";
import type { ShopState } from "./shop-state.ts";
import { TOPICS } from "./webhooks/topics.ts";

export type Fields = Readonly<Record<string, unknown>>;
export type Command = (shop: ShopState, fields: Fields) => unknown;

/** What the commands of `/_control/*` take. A field that is missing or wrong is answered with 400. */
const order = z.union([z.string(), z.number()]);
const pieces = z.array(z.object({ line: z.number().int(), quantity: z.number().int().positive() }));
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional();

export const wishSchema = z.custom<OrderWish>((value) => typeof value === "object");
export const orderSchema = z.object({ order });
export const paymentSchema = z.object({
  amount: optional(z.string()),
  gateway: optional(z.string()),
});
export const fulfilmentSchema = z.object({ lines: optional(pieces) });
export const cancellationSchema = z.object({ reason: optional(z.string()) });

export const refundSchema = z.object({
  refund: optional(
    z.object({
      lines: optional(pieces),
      shipping: optional(z.union([z.boolean(), z.string()])),
      amount: optional(z.string()),
      restockingFee: optional(z.string()),
      storeCredit: optional(z.boolean()),
      note: optional(z.string()),
    }),
  ),
});

const added = z.array(
  z.union([
    z.custom<LineInput>((value) => typeof value === "object" && value !== null && "title" in value),
    z.object({ sku: z.string(), quantity: optional(z.number().int().positive()) }),
  ]),
);
const kept = z.array(z.object({ line: z.number().int(), quantity: z.number().int().min(0) }));

export const itemsEditSchema = z.object({
  edit: z.object({ set: optional(kept), add: optional(added) }),
});

export const exchangeSchema = z.object({
  exchange: z.object({ lines: pieces, add: added, note: optional(z.string()) }),
});

export const editSchema = z.object({
  edit: z.object({
    note: optional(z.string().nullable()),
    email: optional(z.string().nullable()),
    phone: optional(z.string().nullable()),
    poNumber: optional(z.string().nullable()),
    tags: optional(z.array(z.string())),
    customAttributes: optional(z.array(z.object({ key: z.string(), value: z.string() }))),
    shippingAddress: z.custom<AddressInput | null | undefined>(),
  }),
});

export const webhookSchema = z.object({
  topic: z.enum(TOPICS),
  payload: z.unknown(),
  secret: optional(z.string()),
  eventId: optional(z.string()),
  delayMilliseconds: optional(z.number()),
});

export const complianceSchema = z.object({ topic: z.enum(TOPICS), order: optional(order) });

const count = z.coerce.number().int().min(0).optional();
export const faultsSchema = z.object({
  throttleNext: count,
  unavailableNext: count,
  repeatNext: count,
  loseNext: count,
  disorderNext: count,
  wrongSecretNext: count,
  holdNext: count,
  webhookFirstNext: count,
});

export const idTokenSchema = z.object({ over: optional(z.record(z.string(), z.unknown())) });
export const scopesSchema = z.object({ scopes: z.array(z.string()) });
export const tokensSchema = z.object({ which: z.enum(["access", "all"]).default("access") });

export const profileSchema = z.object({
  profile: z.object({
    name: optional(z.string()),
    currencyCode: optional(z.string()),
    taxesIncluded: optional(z.boolean()),
    ianaTimezone: optional(z.string()),
    contactEmail: optional(z.string()),
    isDevelopmentStore: optional(z.boolean()),
    billingCurrency: optional(z.string()),
  }),
});

export const uninstallSchema = z.object({ isSubscriptionTold: optional(z.boolean()) });
export const freezeSchema = z.object({ api: z.enum(["closed", "open"]).default("closed") });
export const ageSchema = z.object({ days: z.coerce.number().positive() });
export const periodEndSchema = z.object({ at: z.iso.datetime(), subscription: optional(order) });
export const chargeSchema = z.object({ charge: order, answer: z.enum(["approve", "decline"]) });
export const deferredSchema = z.object({ as: z.enum(["PENDING", "ACTIVE"]) });

/** Prices as the developer types them at Shopify, in US dollars: "19.00". */
const dollars = z.string().regex(/^\d+\.\d{2}$/);
export const pricingPlansSchema = z.array(
  z.object({
    handle: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string(),
    monthly: optional(dollars),
    yearly: optional(dollars),
    trialDays: optional(z.number().int().min(0)),
    features: optional(z.array(z.string())),
    welcomeLink: optional(z.string().startsWith("/")),
  }),
);
export const appPricingSchema = z.object({ plans: pricingPlansSchema });
