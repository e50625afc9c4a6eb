export { decimal, decimalText, sumOf, type Decimal } from "./decimal.ts";
export { currencyCodeSchema, minorDigits, type CurrencyCode } from "./currency.ts";
export {
  add,
  formatAmount,
  isZero,
  money,
  parseAmount,
  roundToMoney,
  subtract,
  toDecimal,
  zero,
  type Money,
} from "./money.ts";
export { allocate } from "./allocate.ts";
