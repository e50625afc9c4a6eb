import { validate as sirenVerdict } from "stdnum/lib/cjs/fr/siren.js";
import { validate as siretVerdict } from "stdnum/lib/cjs/fr/siret.js";
import { compactIdentifier } from "./identifiers.ts";

/** Dutch trade register: eight digits, without a checksum (Peppol COMMON-R054). */
export const isKvkNumber = (text: string): boolean => /^\d{8}$/.test(compactIdentifier(text));

/** Dutch authorities: twenty digits, without a checksum (Peppol COMMON-R055). */
export const isOin = (text: string): boolean => /^\d{20}$/.test(compactIdentifier(text));

/** A French company: nine digits, Luhn. */
export const isSiren = (text: string): boolean => sirenVerdict(compactIdentifier(text)).isValid;

/** A place of business of a French company: its SIREN and five digits, Luhn; those of La Poste add up to a multiple of five. */
export const isSiret = (text: string): boolean => siretVerdict(compactIdentifier(text)).isValid;
