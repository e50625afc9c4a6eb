import { z } from "zod";
import { decimal, decimalText } from "#domain/money";

const MOST = 1e15;

/** Decimal text, or a JSON number as Shopify writes rates; kept as plain decimal text, never as a float. */
const decimalValue = z
  .union([
    z
      .string()
      .trim()
      .regex(/^-?\d+(\.\d+)?$/, "expected an amount such as 12.50")
      .regex(/^-?\d{1,15}(\.\d{1,20})?$/, "has too many digits"),
    z.number().min(-MOST, "has too many digits").max(MOST, "has too many digits"),
  ])
  .transform((value) => decimalText(decimal(String(value))));

const moneySchema = z.object({ amount: decimalValue, currencyCode: z.string() });
const moneyBagSchema = z.object({
  shopMoney: moneySchema.nullish(),
  presentmentMoney: moneySchema.nullish(),
});
export type MoneyBag = z.infer<typeof moneyBagSchema>;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const pagedSchema = z.object({
  nodes: z.array(z.unknown()).nullish(),
  edges: z.array(z.object({ node: z.unknown() })).nullish(),
  pageInfo: z.object({ hasNextPage: z.boolean().nullish() }).nullish(),
});

/** A connection as `nodes`, as `edges`, as a plain list, or absent. One with pages left is refused, never cut off. */
const connection = <Node extends z.ZodType>(node: Node) =>
  z
    .unknown()
    .optional()
    .transform((value, { issues }): unknown => {
      if (value === null || value === undefined) return [];
      const paged = pagedSchema.safeParse(value);
      if (!paged.success) return value;
      const { nodes, edges, pageInfo } = paged.data;
      if (pageInfo?.hasNextPage === true) {
        issues.push({
          code: "custom",
          input: value,
          message: "has more pages than the file holds",
        });
      }
      return nodes ?? edges?.map((edge) => edge.node) ?? value;
    })
    .pipe(z.array(node));

const taxLineSchema = z.object({
  title: text,
  rate: decimalValue.nullish(),
  ratePercentage: decimalValue.nullish(),
  priceSet: moneyBagSchema,
});
export type ShopifyTaxLine = z.infer<typeof taxLineSchema>;

const attributeSchema = z.object({ key: z.string(), value: text });

const allocationSchema = z.object({
  allocatedAmountSet: moneyBagSchema,
  discountApplication: z.object({ code: text, title: text }).nullish(),
});

const lineItemSchema = z.object({
  id: z.string(),
  name: text,
  title: text,
  variantTitle: text,
  sku: text,
  quantity: z.int().min(0),
  currentQuantity: z.int().min(0).nullish(),
  taxable: z.boolean().nullish(),
  requiresShipping: z.boolean().nullish(),
  isGiftCard: z.boolean().nullish(),
  customAttributes: list(attributeSchema),
  /** Null without the permission to read products. */
  variant: z.object({ barcode: text }).nullish(),
  originalUnitPriceSet: moneyBagSchema,
  discountAllocations: list(allocationSchema),
  taxLines: list(taxLineSchema),
  duties: list(z.object({ id: z.string(), price: moneyBagSchema, taxLines: list(taxLineSchema) })),
});
export type ShopifyLineItem = z.infer<typeof lineItemSchema>;

const addressSchema = z
  .object({
    name: text,
    company: text,
    address1: text,
    address2: text,
    zip: text,
    city: text,
    province: text,
    countryCodeV2: text,
    phone: text,
  })
  .nullish();
export type ShopifyAddress = NonNullable<z.infer<typeof addressSchema>>;

const shippingLineSchema = z.object({
  id: text,
  title: text,
  originalPriceSet: moneyBagSchema.nullish(),
  discountedPriceSet: moneyBagSchema.nullish(),
  isRemoved: z.boolean().nullish(),
  taxLines: list(taxLineSchema),
});

const instant = z.iso.datetime({ offset: true });

const transactionSchema = z.object({
  kind: z.string(),
  status: z.string(),
  gateway: text,
  formattedGateway: text,
  processedAt: instant.nullish(),
  amountSet: moneyBagSchema,
});

const refundSchema = z.object({
  id: z.string(),
  createdAt: instant.nullish(),
  totalRefundedSet: moneyBagSchema,
  duties: list(
    z.object({ amountSet: moneyBagSchema, originalDuty: z.object({ id: z.string() }).nullish() }),
  ),
  refundLineItems: connection(
    z.object({
      quantity: z.int(),
      lineItem: z.object({ id: z.string() }),
      subtotalSet: moneyBagSchema.nullish(),
      totalTaxSet: moneyBagSchema.nullish(),
    }),
  ),
  refundShippingLines: connection(
    z.object({
      shippingLine: z.object({ id: text }),
      subtotalAmountSet: moneyBagSchema,
      taxAmountSet: moneyBagSchema,
    }),
  ),
  orderAdjustments: connection(
    z.object({ reason: text, amountSet: moneyBagSchema, taxAmountSet: moneyBagSchema.nullish() }),
  ),
  transactions: connection(transactionSchema),
});
export type ShopifyRefund = z.infer<typeof refundSchema>;

const fulfillmentSchema = z.object({
  status: z.string(),
  createdAt: instant,
  deliveredAt: instant.nullish(),
});

/** The Admin GraphQL `Order` node, as far as Docket reads it. A field that is not there counts as null. */
export const shopifyOrderSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  createdAt: instant,
  processedAt: instant.nullish(),
  updatedAt: instant.nullish(),
  cancelledAt: instant.nullish(),
  currencyCode: z.string().nullish(),
  presentmentCurrencyCode: z.string().nullish(),
  taxesIncluded: z.boolean().nullish(),
  dutiesIncluded: z.boolean().nullish(),
  customerLocale: z.string().nullish(),
  note: text,
  poNumber: text,
  email: text,
  phone: text,
  displayFinancialStatus: z.string().nullish(),
  displayFulfillmentStatus: z.string().nullish(),
  customAttributes: list(attributeSchema),
  billingAddress: addressSchema,
  shippingAddress: addressSchema,
  customer: z
    .object({
      displayName: text,
      locale: z.string().nullish(),
      defaultEmailAddress: z.object({ emailAddress: text }).nullish(),
      taxSettings: z.object({ taxId: text }).nullish(),
    })
    .nullish(),
  purchasingEntity: z
    .object({
      company: z.object({ name: text }).nullish(),
      location: z
        .object({ taxSettings: z.object({ taxRegistrationId: text }).nullish() })
        .nullish(),
    })
    .nullish(),
  localizedFields: connection(z.object({ key: text, value: text })),
  paymentTerms: z
    .object({ paymentSchedules: connection(z.object({ dueAt: instant.nullish() })) })
    .nullish(),
  totalPriceSet: moneyBagSchema.nullish(),
  currentTotalPriceSet: moneyBagSchema.nullish(),
  totalReceivedSet: moneyBagSchema.nullish(),
  totalTipReceivedSet: moneyBagSchema.nullish(),
  totalCashRoundingAdjustment: z.object({ paymentSet: moneyBagSchema.nullish() }).nullish(),
  currentTotalDutiesSet: moneyBagSchema.nullish(),
  additionalFees: list(
    z.object({ id: text, name: text, price: moneyBagSchema, taxLines: list(taxLineSchema) }),
  ),
  shippingLines: connection(shippingLineSchema),
  transactions: list(transactionSchema),
  fulfillments: list(fulfillmentSchema),
  refunds: list(refundSchema),
  lineItems: connection(lineItemSchema),
});
export type ShopifyOrder = z.infer<typeof shopifyOrderSchema>;
