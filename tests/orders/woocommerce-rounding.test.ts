import { Big } from "big.js";
import { expect, it } from "vitest";
import { normaliseWooOrder } from "#adapters/platform/woocommerce";
import { draftDocument } from "#domain/document";
import { merchantSettingsSchema } from "#domain/merchant";
import { randomFrom } from "../support/random-orders.ts";

const ORDERS = 1_000;
const settings = merchantSettingsSchema.parse({});

/** How a shop is set up: prices with tax or without, rounding per line or at the subtotal, price decimals. */
interface Shop {
  readonly random: () => number;
  readonly currency: string;
  readonly digits: number;
  readonly minorDigits: number;
  readonly includesTax: boolean;
  readonly atSubtotal: boolean;
}

const CURRENCIES = [
  { currency: "EUR", digits: 2, minorDigits: 2 },
  { currency: "EUR", digits: 2, minorDigits: 2 },
  { currency: "EUR", digits: 4, minorDigits: 2 },
  { currency: "JPY", digits: 0, minorDigits: 0 },
  { currency: "KWD", digits: 3, minorDigits: 3 },
  { currency: "CZK", digits: 0, minorDigits: 2 },
] as const;
const RATES = ["21", "6", "12", "0", "7.7"];

const pick = <Value>(items: readonly Value[], random: () => number): Value => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};
const sum = (amounts: readonly Big[]): Big =>
  amounts.reduce((total, amount) => total.plus(amount), new Big(0));

function shopOf(seed: number): Shop {
  const random = randomFrom(seed);
  const { currency, digits, minorDigits } = pick(CURRENCIES, random);
  const atSubtotal = digits === minorDigits && random() < 0.4;
  return { random, currency, digits, minorDigits, includesTax: random() < 0.5, atSubtotal };
}

/** WC_Tax::calc_tax, to the eight digits that it keeps; tax of a sum without it when `isNet`. */
function taxOn(amount: Big, rate: string, isNet: boolean): Big {
  const exact = isNet
    ? amount.times(rate).div(100)
    : amount.minus(amount.div(new Big(rate).div(100).plus(1)));
  return exact.round(8, Big.roundHalfUp);
}

/** wc_round_tax_total: halves go down where prices include tax. */
function roundTax(tax: Big, { atSubtotal, includesTax, digits }: Shop): Big {
  if (atSubtotal) return tax;
  const rounded = tax.round(digits, Big.roundHalfUp);
  const isHalf = tax
    .abs()
    .times(10 ** digits)
    .mod(1)
    .eq("0.5");
  return includesTax && isHalf ? tax.round(digits, Big.roundDown) : rounded;
}

interface Item {
  readonly rate: string | null;
  readonly net: Big;
  readonly listNet: Big;
  readonly taxes: readonly { readonly rate: string; readonly total: Big; readonly list: Big }[];
}

/** WC_Cart_Totals::calculate_item_totals of one product. */
function productOf(shop: Shop, coupon: number) {
  const { random, digits, includesTax } = shop;
  const quantity =
    random() < 0.1 && digits > 0
      ? new Big(Math.ceil(random() * 50)).div(10)
      : new Big(1 + Math.floor(random() * 6));
  const price = new Big(Math.floor(random() * 100_000))
    .div(10 ** Math.min(digits, 2))
    .div(digits === 0 ? 1 : 10);
  const list = price.round(digits).times(quantity);
  const amount = list.minus(list.times(coupon).round(digits, Big.roundHalfUp));
  const rate = random() < 0.1 ? null : pick(RATES, random);
  const tax = (of: Big) => (rate === null ? new Big(0) : taxOn(of, rate, !includesTax));
  const net = (of: Big) => (includesTax ? of.minus(tax(of)) : of);
  const taxes = rate === null ? [] : [{ rate, total: tax(amount), list: tax(list) }];
  return { quantity, item: { rate, net: net(amount), listNet: net(list), taxes } };
}

/** Shipping and fees are entered without tax. A negative fee is spread over what the rates tax (`get_tax_class_costs`). */
function chargeOf(net: Big, rate: string): Item {
  return {
    rate,
    net,
    listNet: net,
    taxes: [{ rate, total: taxOn(net, rate, true), list: new Big(0) }],
  };
}
function discountOf(net: Big, goods: readonly Item[]): Item {
  const all = sum(goods.map((item) => item.net));
  const rates = [...new Set(goods.flatMap(({ rate }) => rate ?? []))];
  const taxes = rates.map((rate) => {
    const cost = sum(goods.filter((item) => item.rate === rate).map((item) => item.net));
    return { rate, total: taxOn(net.times(cost).div(all), rate, true), list: new Big(0) };
  });
  return { rate: null, net, listNet: net, taxes };
}

function orderOf(seed: number) {
  const shop = shopOf(seed);
  const { random, digits, atSubtotal } = shop;
  const coupon = random() < 0.3 ? 0.15 : 0;
  const products = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
    productOf(shop, coupon),
  );
  const goods = products.map(({ item }) => item);
  const shipping = random() < 0.6 ? [chargeOf(new Big("4.1322").round(digits), "21")] : [];
  const worth = sum(goods.map(({ net }) => net));
  const fees =
    random() < 0.3 && worth.gt(1000) && digits >= shop.minorDigits
      ? [discountOf(new Big(-7).div(random() < 0.5 ? 1 : 2).round(digits), [...goods, ...shipping])]
      : [];
  const nets = goods.map(({ net }) => (atSubtotal ? net : net.round(digits, Big.roundHalfUp)));
  const charges = [...shipping, ...fees];
  const taxes = [...goods, ...charges].flatMap((item) =>
    item.taxes.map(({ total }) => roundTax(total, shop)),
  );
  const total = sum([...nets, ...charges.map(({ net }) => net), ...taxes]).round(
    digits,
    Big.roundHalfUp,
  );
  const text = (amount: Big) => amount.toFixed(6);
  const itemOf = (item: Item, id: number) => ({
    id,
    name: `Item ${id}`,
    method_title: "Post",
    subtotal: text(item.listNet),
    total: text(item.net),
    total_tax: text(sum(item.taxes.map((tax) => roundTax(tax.total, shop)))),
    taxes: item.taxes.map((tax) => ({
      id: RATES.indexOf(tax.rate) + 1,
      total: text(tax.total),
      subtotal: text(tax.list),
    })),
  });
  const json = {
    id: seed,
    number: String(seed),
    status: "processing",
    currency: shop.currency,
    prices_include_tax: shop.includesTax,
    date_created_gmt: "2026-11-20T10:00:00",
    total: text(total),
    line_items: products.map(({ item, quantity }, index) => ({
      ...itemOf(item, index + 1),
      quantity: Number(quantity),
    })),
    shipping_lines: shipping.map((item) => itemOf(item, 100)),
    fee_lines: fees.map((item) => itemOf(item, 200)),
    tax_lines: RATES.map((rate, index) => ({
      rate_id: index + 1,
      label: "VAT",
      rate_percent: Number(rate),
    })),
    coupon_lines: coupon === 0 ? [] : [{ code: "autumn" }],
  };
  return { json, total, shop };
}

it(`keeps the total of ${ORDERS} orders that shops of all set-ups count`, () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= ORDERS; seed += 1) {
    const { json, total, shop } = orderOf(seed);
    const tell = (what: string) => wrong.push(`seed ${seed} ${JSON.stringify(shop)}: ${what}`);
    const order = normaliseWooOrder(json, "Europe/Brussels");
    if (!order.ok) {
      tell(`${order.problem.field}: ${order.problem.message}`);
      continue;
    }
    const draft = draftDocument(order.value, "invoice", settings);
    if (!draft.ok) {
      tell(draft.problem.message);
      continue;
    }
    const { totals, vatBreakdown } = draft.value;
    const charged = new Big(totals.totalWithVat).plus(totals.roundingAmount);
    if (!charged.eq(total.round(shop.minorDigits, Big.roundHalfUp))) tell(`charged ${charged.toFixed()}`);
    // One unit where no taxable amount of whole cents comes to what was charged at a rate, and nothing else.
    const units = new Big(totals.roundingAmount).abs().times(10 ** shop.minorDigits);
    if (units.gt(vatBreakdown.length)) tell(`rounding ${totals.roundingAmount}`);
  }
  expect(wrong).toEqual([]);
});
