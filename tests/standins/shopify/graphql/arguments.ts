import { z } from "zod";
import type { AddressInput } from "../orders/order-input.ts";

/**
 * The arguments of the resolvers, read once. The GraphQL validator has checked them against Shopify's schema, so the
 * schemas here only say which of them are used.
 */
const id = z.string();
/** A `Decimal` may be written as a number or as text. */
const price = z.object({ amount: z.coerce.string(), currencyCode: z.string() });
const attributes = z.array(z.object({ key: z.string(), value: z.string() }));

export const byIdSchema = z.object({ id });
export const byIdsSchema = z.object({ ids: z.array(id) });
export const inputByIdSchema = z.object({ input: z.object({ id }) });

export const ordersSchema = z.object({
  first: z.number().nullish(),
  last: z.number().nullish(),
  after: z.string().nullish(),
  before: z.string().nullish(),
  query: z.string().nullish(),
  sortKey: z.string().nullish(),
  reverse: z.boolean().nullish(),
});

export const orderUpdateSchema = z.object({
  input: z.object({
    id,
    note: z.string().nullable().optional(),
    email: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    poNumber: z.string().nullable().optional(),
    tags: z.array(z.string()).optional(),
    customAttributes: attributes.optional(),
    shippingAddress: z.custom<AddressInput>().optional(),
  }),
});

export const tagsSchema = z.object({ id, tags: z.array(z.string()) });

export const metafieldsSchema = z.object({
  metafields: z.array(
    z.object({
      ownerId: id,
      namespace: z.string().default("$app"),
      key: z.string(),
      value: z.string(),
      type: z.string().default("single_line_text_field"),
    }),
  ),
});

export const subscriptionSchema = z.object({
  name: z.string(),
  returnUrl: z.string(),
  test: z.boolean().nullish(),
  trialDays: z.number().nullish(),
  replacementBehavior: z
    .enum(["STANDARD", "APPLY_IMMEDIATELY", "APPLY_ON_NEXT_BILLING_CYCLE"])
    .nullish(),
  lineItems: z.array(
    z.object({
      plan: z.object({
        appRecurringPricingDetails: z
          .object({
            price,
            interval: z.enum(["EVERY_30_DAYS", "ANNUAL"]).default("EVERY_30_DAYS"),
            discount: z.null("stand-in: discounts of a subscription are not played").optional(),
          })
          .nullish(),
        appUsagePricingDetails: z.object({ cappedAmount: price, terms: z.string() }).nullish(),
      }),
    }),
  ),
});

export const purchaseSchema = z.object({
  name: z.string(),
  price,
  returnUrl: z.string(),
  test: z
    .boolean()
    .nullish()
    .transform((isTest) => isTest ?? false),
});

export const cancellationSchema = z.object({
  id,
  prorate: z
    .boolean()
    .nullish()
    .transform((isProrated) => isProrated ?? false),
});

export const extensionSchema = z.object({ id, days: z.number() });

export const capSchema = z.object({ id, cappedAmount: price });

export const usageSchema = z.object({
  subscriptionLineItemId: id,
  description: z.string(),
  price,
  idempotencyKey: z
    .string()
    .nullish()
    .transform((key) => key ?? null),
});
