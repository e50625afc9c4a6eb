import { decimal, decimalText, sumOf, type Decimal } from "#domain/money";
import type { OrderCharge, OrderRefund } from "#domain/order";
import type { MoneyReader } from "./money-reader.ts";
import type { ShopifyOrder, ShopifyRefund } from "./order-schema.ts";

export interface RefundReading {
  readonly order: ShopifyOrder;
  readonly money: MoneyReader;
  /** The charges of the order, to know which of them were given back. */
  readonly charges: readonly OrderCharge[];
}

/** A refund as it was counted, while payouts still find their place. */
export interface CountedRefund extends Omit<
  OrderRefund,
  "totalRefunded" | "keptAmount" | "method"
> {
  /** What lines and charges are worth, with VAT; null when the file does not say. */
  readonly worth: Decimal | null;
  /** Worth minus money, as far as the shop says that the merchant meant it: kept when positive, given on top when negative. */
  readonly discrepancy: Decimal;
  /** It only tells that money which was under way has arrived. */
  readonly isArrival: boolean;
  money: Decimal;
  methods: readonly string[];
}

/** Reads what one refund gives back. Discrepancies are in the merchant's favour when positive, as `Order.refundDiscrepancySet` is. */
export function countRefund(
  refund: ShopifyRefund,
  index: number,
  reading: RefundReading,
): CountedRefund {
  const { order, money } = reading;
  const field = `refunds[${index}]`;
  const items = countItems(refund, field, reading);
  const isCharge = (id: string) => reading.charges.some(({ chargeId }) => chargeId === id);
  const charges = [
    ...items.flatMap(({ lineId, amountWithVat }) =>
      isCharge(lineId) && amountWithVat !== null ? [{ chargeId: lineId, amountWithVat }] : [],
    ),
    ...countShipping(refund, field, reading),
    ...countDuties(refund, field, reading),
  ];
  const lines = items.filter(({ lineId }) => !isCharge(lineId));
  const amounts = [...lines, ...charges].map(({ amountWithVat }) => amountWithVat);
  const known = amounts.flatMap((amount) => (amount === null ? [] : [decimal(amount)]));
  const adjustments = refund.orderAdjustments.filter(({ reason }) => reason !== ARRIVAL);
  const sent = refund.transactions.filter(isSent);
  return {
    refundId: refund.id,
    createdAt: refund.createdAt ?? order.updatedAt ?? order.createdAt,
    reason: "", // Shopify tells its staff that only they see why a refund was made
    lines,
    charges,
    worth: known.length === amounts.length ? sumOf(known) : null,
    discrepancy: sumOf(
      adjustments.flatMap(({ amountSet, taxAmountSet }) => [
        money.read(amountSet, `${field}.orderAdjustments.amountSet`),
        money.has(taxAmountSet)
          ? money.read(taxAmountSet, `${field}.orderAdjustments.taxAmountSet`)
          : decimal("0"),
      ]),
    ),
    isArrival: adjustments.length < refund.orderAdjustments.length,
    money:
      refund.transactions.length === 0
        ? money.read(refund.totalRefundedSet, `${field}.totalRefundedSet`)
        : sumOf(sent.map(({ amountSet }) => money.read(amountSet, `${field}.transactions`))),
    methods: sent.map(({ formattedGateway, gateway }) => formattedGateway || gateway),
  };
}

const ARRIVAL = "PENDING_REFUND_DISCREPANCY";

/** A refund does not mean that money went back; its transactions do. Store credit is one of them. What is under way counts. */
const isSent = ({ kind, status }: ShopifyRefund["transactions"][number]): boolean =>
  kind === "REFUND" && (status === "SUCCESS" || status === "PENDING");

/**
 * Shopify does not say whether `subtotalSet` of a refunded line includes the tax. It is price × quantity − discounts in the
 * order's own basis, as `Order.subtotalPriceSet` is, so it does when `taxesIncluded`. (So does Microsoft's Business Central
 * connector read it, with prices that include VAT.)
 */
function countItems(
  refund: ShopifyRefund,
  field: string,
  { order, money }: RefundReading,
): OrderRefund["lines"] {
  return refund.refundLineItems.map(({ lineItem, quantity, subtotalSet, totalTaxSet }, index) => {
    const isTold =
      money.has(subtotalSet) && (order.taxesIncluded === true || money.has(totalTaxSet));
    const at = `${field}.refundLineItems[${index}]`;
    const amount = () => {
      const subtotal = money.read(subtotalSet, `${at}.subtotalSet`);
      if (order.taxesIncluded === true) return subtotal;
      return subtotal.plus(money.read(totalTaxSet, `${at}.totalTaxSet`));
    };
    return {
      lineId: lineItem.id,
      quantity: String(quantity),
      amountWithVat: isTold ? decimalText(amount()) : null,
    };
  });
}

function countShipping(
  refund: ShopifyRefund,
  field: string,
  { order, money, charges }: RefundReading,
): OrderRefund["charges"] {
  const shipping = charges.filter(({ type }) => type === "shipping");
  return refund.refundShippingLines.flatMap((line, index) => {
    const charge =
      shipping.find(({ chargeId }) => chargeId === line.shippingLine.id) ??
      (shipping.length === 1 ? shipping[0] : undefined);
    if (charge === undefined) return [];
    const at = `${field}.refundShippingLines[${index}]`;
    const subtotal = money.read(line.subtotalAmountSet, `${at}.subtotalAmountSet`);
    const tax = money.read(line.taxAmountSet, `${at}.taxAmountSet`);
    const includesTax = order.taxesIncluded === true && isTaxInside({ subtotal, tax }, charge);
    const amount = includesTax ? subtotal : subtotal.plus(tax);
    return [{ chargeId: charge.chargeId, amountWithVat: decimalText(amount) }];
  });
}

/**
 * Where prices include tax, shops give `subtotalAmountSet` of shipping without the tax, and some with it (Business Central
 * adds it; community.shopify.com/td-p/2036893 has both). The amounts themselves tell: tax is r of the one and r / (1 + r) of
 * the other, and together they cannot be more than the shipping was.
 */
function isTaxInside(
  { subtotal, tax }: { readonly subtotal: Decimal; readonly tax: Decimal },
  charge: OrderCharge,
): boolean {
  if (subtotal.plus(tax).gt(charge.amount)) return true;
  const rate = sumOf(charge.taxes.map(({ ratePercent }) => decimal(ratePercent))).div(100);
  const onTop = subtotal.times(rate);
  const inside = onTop.div(rate.plus(1));
  return tax.minus(inside).abs().lt(tax.minus(onTop).abs());
}

/** Duties come without their tax, which is given back in proportion. Those that the prices include are no charge. */
function countDuties(
  refund: ShopifyRefund,
  field: string,
  { order, money, charges }: RefundReading,
): OrderRefund["charges"] {
  return refund.duties.flatMap(({ amountSet, originalDuty }, index) => {
    const duties = charges.filter(({ type }) => type === "duty");
    const charge = duties.find(({ chargeId }) => chargeId === originalDuty?.id);
    if (charge === undefined || decimal(charge.amount).eq(0)) return [];
    const amount = money.read(amountSet, `${field}.duties[${index}].amountSet`);
    const tax = sumOf(charge.taxes.map((each) => decimal(each.amount)));
    const share =
      order.taxesIncluded === true ? decimal("0") : tax.times(amount).div(charge.amount);
    return [{ chargeId: charge.chargeId, amountWithVat: money.text(amount.plus(share)) }];
  });
}
