import { decimal, decimalText, minorDigits, type CurrencyCode, type Decimal } from "#domain/money";
import type { MoneyBag, ShopifyOrder, ShopifyTaxLine } from "./order-schema.ts";

/** The order lacks an amount in the currency that its document needs. */
export class MissingAmount extends Error {
  readonly field: string;
  constructor(field: string, currency: CurrencyCode) {
    super(`has no amount in ${currency}, the currency the buyer paid in`);
    this.field = field;
  }
}

/** Reads money bags in the currency the buyer paid in (presentment), which is the document's. */
export interface MoneyReader {
  readonly currency: CurrencyCode;
  read(bag: MoneyBag | null | undefined, field: string): Decimal;
  has(bag: MoneyBag | null | undefined): boolean;
  /** Plain decimal text with no more digits than the currency has. */
  text(amount: Decimal): string;
  taxes(
    lines: readonly ShopifyTaxLine[],
    field: string,
    share: Decimal,
  ): { title: string; ratePercent: string; amount: string }[];
  /** What one unit of the order's currency was worth in the shop's; null when they are the same or the file has one only. */
  exchange(bag: MoneyBag | null | undefined): { currency: CurrencyCode; rate: string } | null;
}

/** Of two rounded amounts the rate is never exact; the order's total is large enough for these digits to mean something. */
const RATE_DIGITS = 10;

export function moneyReader(order: ShopifyOrder): MoneyReader {
  const bag = order.totalPriceSet ?? order.currentTotalPriceSet;
  const currency =
    order.presentmentCurrencyCode ??
    bag?.presentmentMoney?.currencyCode ??
    order.currencyCode ??
    bag?.shopMoney?.currencyCode ??
    "";
  const amountOf = (money: MoneyBag | null | undefined) =>
    [money?.presentmentMoney, money?.shopMoney].find((each) => each?.currencyCode === currency)
      ?.amount;
  const text = (amount: Decimal) => decimalText(amount, minorDigits(currency));
  const read = (money: MoneyBag | null | undefined, field: string) => {
    const amount = amountOf(money);
    if (amount === undefined) throw new MissingAmount(field, currency);
    return decimal(amount);
  };
  return {
    currency,
    read,
    has: (money) => amountOf(money) !== undefined,
    text,
    taxes: (lines, field, share) =>
      lines.map((line, index) => ({
        title: line.title,
        ratePercent: ratePercentOf(line),
        amount: text(read(line.priceSet, `${field}.taxLines[${index}].priceSet`).times(share)),
      })),
    exchange: (money) => {
      const { shopMoney: ofShop, presentmentMoney: ofOrder } = money ?? {};
      if (!ofShop || !ofOrder || ofShop.currencyCode === currency || decimal(ofOrder.amount).eq(0))
        return null;
      const rate = decimalText(decimal(ofShop.amount).div(ofOrder.amount), RATE_DIGITS);
      return decimal(rate).gt(0) ? { currency: ofShop.currencyCode, rate } : null;
    },
  };
}

function ratePercentOf({ ratePercentage, rate }: ShopifyTaxLine): string {
  if (ratePercentage !== null && ratePercentage !== undefined) return ratePercentage;
  return decimalText(decimal(rate ?? "0").times(100));
}
