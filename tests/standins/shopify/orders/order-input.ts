import type { TaxRate } from "./order-math.ts";

export interface AddressInput {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly company?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly zip?: string;
  readonly city?: string;
  readonly province?: string;
  readonly provinceCode?: string;
  readonly country: string;
  readonly countryCode: string;
  readonly phone?: string;
}

export interface CustomerInput {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone?: string;
  readonly locale: string;
  readonly taxExempt?: boolean;
  /** `customer.taxSettings.taxId`. */
  readonly taxId?: string;
}

/** A B2B buyer: `PurchasingCompany` of the Admin API. */
export interface CompanyInput {
  readonly name: string;
  readonly externalId?: string;
  readonly taxRegistrationId: string | null;
  readonly taxExempt?: boolean;
}

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export interface LineInput {
  readonly title: string;
  /** In the shop's currency, "24.50"; with tax when the order's prices include it. */
  readonly unitPrice: string;
  readonly quantity?: number;
  readonly rates?: readonly TaxRate[];
  readonly sku?: string;
  readonly variantTitle?: string;
  readonly vendor?: string;
  readonly requiresShipping?: boolean;
  readonly isGiftCard?: boolean;
  readonly isTip?: boolean;
  readonly customAttributes?: readonly Attribute[];
}

export interface ShippingInput {
  readonly title: string;
  readonly code?: string;
  readonly price: string;
  readonly rates?: readonly TaxRate[];
}

/** `lines` are positions; without them the discount is on all lines. An amount is in the shop's currency. */
export interface DiscountInput {
  readonly type: "code" | "manual" | "automatic";
  readonly title: string;
  readonly target?: "line" | "shipping";
  readonly lines?: readonly number[];
  readonly value: { readonly percentage: string } | { readonly amount: string };
}

export interface PaymentTermsInput {
  readonly name: string;
  readonly dueInDays: number;
}

export interface LocalizedFieldInput {
  readonly key: string;
  readonly countryCode: string;
  readonly title: string;
  readonly value: string;
}

/** An order that a customer places. Everything has a sober default; `createOrder` fills it. */
export interface OrderInput {
  readonly lines: readonly LineInput[];
  readonly shipping?: readonly ShippingInput[];
  readonly discounts?: readonly DiscountInput[];
  readonly customer?: CustomerInput | null;
  readonly company?: CompanyInput;
  readonly email?: string | null;
  readonly phone?: string;
  readonly billingAddress?: AddressInput | null;
  readonly shippingAddress?: AddressInput | null;
  readonly locale?: string;
  readonly note?: string;
  readonly poNumber?: string;
  readonly tags?: readonly string[];
  readonly customAttributes?: readonly Attribute[];
  readonly localizedFields?: readonly LocalizedFieldInput[];
  /** Default: the shop's own setting. */
  readonly taxesIncluded?: boolean;
  readonly taxExempt?: boolean;
  /** Another currency that the customer saw and paid in: one unit of the shop's currency is `rate` of it. */
  readonly presentment?: { readonly currencyCode: string; readonly rate: string };
  readonly gateway?: string;
  readonly paymentTerms?: PaymentTermsInput;
  readonly paid?: boolean;
  readonly createdAt?: string;
}
