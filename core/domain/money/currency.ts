import { z } from "zod";

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

export const currencyCodeSchema = z
  .string()
  .regex(/^[A-Z]{3}$/, "expected a currency code of three capital letters, such as EUR");

export type CurrencyCode = z.infer<typeof currencyCodeSchema>;

/** Digits after the point in the currency's smallest unit (ISO 4217). */
export const minorDigits = (currency: CurrencyCode): number => MINOR_DIGITS[currency] ?? 2;
