import { formatFixed, type Bag } from "../orders/money.ts";
import type { TaxRate } from "../orders/order-math.ts";
import type { OrderRecord } from "../orders/order-record.ts";

export function moneySet({ currencies }: OrderRecord, bag: Bag) {
  return {
    shop_money: { amount: formatFixed(bag.shop, currencies.shop), currency_code: currencies.shop },
    presentment_money: {
      amount: formatFixed(bag.presentment, currencies.presentment),
      currency_code: currencies.presentment,
    },
  };
}

export function taxLinePayload(order: OrderRecord, { title, rate }: TaxRate, amount: Bag) {
  return {
    title,
    rate: Number(rate),
    price: formatFixed(amount.shop, order.currencies.shop),
    price_set: moneySet(order, amount),
    channel_liable: false,
  };
}
