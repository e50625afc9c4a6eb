/** An amount in minor units (cents, whole yen): once in the shop's currency, once in the one the customer saw. */
export interface Bag {
  readonly shop: bigint;
  readonly presentment: bigint;
}

export type Side = keyof Bag;

/** The two currencies of an order. They are equal unless the customer paid in another one. */
export interface Currencies {
  readonly shop: string;
  readonly presentment: string;
}

/** An exact ratio: 0.21 is 21/100. Nothing here is a float. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO_BAG: Bag = { shop: 0n, presentment: 0n };

export function bagOf(amountOn: (side: Side) => bigint): Bag {
  return { shop: amountOn("shop"), presentment: amountOn("presentment") };
}

export function sumBags(bags: readonly Bag[]): Bag {
  return bagOf((side) => sum(bags.map((bag) => bag[side])));
}

export function subtractBags(from: Bag, bag: Bag): Bag {
  return bagOf((side) => from[side] - bag[side]);
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** ISO 4217 digits of the currencies that shops here use. */
function decimalsOf(currency: string): number {
  if (["KWD", "BHD", "TND"].includes(currency)) return 3;
  return ["JPY", "KRW", "HUF"].includes(currency) ? 0 : 2;
}

/** Reads "0.21", "5.5" or "161" exactly. */
export function parseFraction(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) throw new Error(`not a decimal number: "${text}"`);
  const [, sign = "", whole = "0", digits = ""] = match;
  const magnitude = BigInt(whole + digits);
  return {
    numerator: sign === "-" ? -magnitude : magnitude,
    denominator: 10n ** BigInt(digits.length),
  };
}

/** Divides and rounds half away from zero, as Shopify does. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return isNegative ? -rounded : rounded;
}

export function multiplyRounded(amount: bigint, by: Fraction): bigint {
  return divideRounded(amount * by.numerator, by.denominator);
}

/** "12.5" EUR → 1250n. Digits beyond the currency's own are rounded. */
export function parseMinor(text: string, currency: string): bigint {
  const { numerator, denominator } = parseFraction(text);
  return divideRounded(numerator * 10n ** BigInt(decimalsOf(currency)), denominator);
}

/** Reads amounts of the shop's currency into both; one unit of it is `rate` of the presentment currency. */
export function bagReader(currencies: Currencies, rate: string): (amount: string) => Bag {
  const { numerator, denominator } = parseFraction(rate);
  return (amount) =>
    bagOf((side) => {
      if (side === "shop") return parseMinor(amount, currencies.shop);
      if (currencies.presentment === currencies.shop) return parseMinor(amount, currencies.shop);
      const hundredths = parseMinor(amount, "EUR");
      const ofRate = { numerator, denominator: denominator * 100n };
      const scale = parseMinor("1", currencies.presentment);
      return multiplyRounded(hundredths * scale, ofRate);
    });
}

/** An amount in the presentment currency, and its share of the same sum in the shop's. */
export function partOf(whole: Bag, presentment: bigint): Bag {
  if (presentment === whole.presentment) return whole;
  if (presentment === 0n) return ZERO_BAG;
  return { presentment, shop: divideRounded(whole.shop * presentment, whole.presentment) };
}

/** As GraphQL writes money: trailing zeros trimmed down to one decimal ("25.0", "25.05", "2500.0" yen). */
export function formatDecimal(minor: bigint, currency: string): string {
  const fixed = formatFixed(minor, currency);
  if (!fixed.includes(".")) return `${fixed}.0`;
  return fixed.endsWith("0") ? fixed.slice(0, -1) : fixed;
}

/** As webhook payloads and people write money: all of the currency's digits ("25.00", "2500" yen). */
export function formatFixed(minor: bigint, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const sign = minor < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A `MoneyBag` of the Admin API. */
export function moneyBag(bag: Bag, currencies: Currencies) {
  return {
    shopMoney: money(bag.shop, currencies.shop),
    presentmentMoney: money(bag.presentment, currencies.presentment),
  };
}

/** A `MoneyV2` of the Admin API. */
export function money(minor: bigint, currencyCode: string) {
  return { amount: formatDecimal(minor, currencyCode), currencyCode };
}
