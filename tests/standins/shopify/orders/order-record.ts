import type {
  AddressInput,
  Attribute,
  CompanyInput,
  CustomerInput,
  DiscountInput,
  LineInput,
  LocalizedFieldInput,
  PaymentTermsInput,
  ShippingInput,
} from "./order-input.ts";
import type { Bag, Currencies } from "./money.ts";
import type { PricedOrder, TaxRate } from "./order-math.ts";

export interface LineRecord {
  readonly id: number;
  readonly productId: number | null;
  readonly variantId: number | null;
  readonly quantity: number;
  readonly rates: readonly TaxRate[];
  readonly unitPrice: Bag;
  readonly input: LineInput;
}

export interface ShippingRecord {
  readonly id: number;
  readonly rates: readonly TaxRate[];
  readonly input: ShippingInput;
}

export interface TransactionRecord {
  readonly id: number;
  readonly kind: "SALE" | "REFUND";
  readonly status: "SUCCESS" | "PENDING";
  readonly gateway: string;
  readonly amount: Bag;
  readonly parentId: number | null;
  readonly createdAt: string;
}

export interface RefundLineRecord {
  readonly id: number;
  /** Position in the order's lines. */
  readonly line: number;
  readonly quantity: number;
  readonly restockType: "CANCEL" | "RETURN" | "NO_RESTOCK";
  readonly subtotal: Bag;
  readonly taxes: readonly Bag[];
}

export interface RefundShippingRecord {
  readonly id: number;
  /** Position in the order's shipping lines. */
  readonly shipping: number;
  /** In the order's own basis, as its prices are. */
  readonly subtotal: Bag;
  readonly taxes: readonly Bag[];
}

export interface AdjustmentRecord {
  readonly id: number;
  readonly amount: Bag;
  readonly reason: "REFUND_DISCREPANCY" | "RESTOCK" | "FULL_RETURN_BALANCING_ADJUSTMENT";
}

export interface RefundRecord {
  readonly id: number;
  readonly createdAt: string;
  readonly note: string | null;
  readonly lines: readonly RefundLineRecord[];
  readonly shipping: readonly RefundShippingRecord[];
  /** What was refunded less (positive) or more (negative) than the lines and the shipping are worth. */
  readonly adjustment: AdjustmentRecord | null;
  readonly transactions: readonly TransactionRecord[];
}

export interface FulfillmentRecord {
  readonly id: number;
  readonly createdAt: string;
  readonly lines: readonly {
    readonly id: number;
    readonly line: number;
    readonly quantity: number;
  }[];
}

export interface CustomerRecord extends CustomerInput {
  readonly id: number;
}

/** An order as the stand-in keeps it. Only what a merchant or a payment can change is mutable. */
export interface OrderRecord {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly confirmationNumber: string;
  readonly createdAt: string;
  readonly currencies: Currencies;
  /** What one unit of the shop's currency is of the presentment currency. */
  readonly rate: string;
  readonly taxesIncluded: boolean;
  readonly taxExempt: boolean;
  readonly originalTotal: Bag;
  readonly shipping: readonly ShippingRecord[];
  readonly discounts: readonly DiscountInput[];
  readonly customer: CustomerRecord | null;
  readonly company: (CompanyInput & { readonly id: number }) | null;
  readonly billingAddress: AddressInput | null;
  readonly locale: string;
  readonly localizedFields: readonly LocalizedFieldInput[];
  readonly paymentTerms: PaymentTermsInput | null;
  readonly gateway: string;
  /** Before returns, with what edits added. */
  priced: { readonly shop: PricedOrder; readonly presentment: PricedOrder };
  lines: readonly LineRecord[];
  isEdited: boolean;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  poNumber: string | null;
  tags: readonly string[];
  customAttributes: readonly Attribute[];
  shippingAddress: AddressInput | null;
  transactions: readonly TransactionRecord[];
  refunds: readonly RefundRecord[];
  fulfillments: readonly FulfillmentRecord[];
}
