import { validate as austria } from "stdnum/lib/cjs/at/uid.js";
import { validate as switzerland } from "stdnum/lib/cjs/ch/uid.js";
import { validate as cyprus } from "stdnum/lib/cjs/cy/vat.js";
import { validate as czechia } from "stdnum/lib/cjs/cz/dic.js";
import { validate as germany } from "stdnum/lib/cjs/de/vat.js";
import { validate as denmark } from "stdnum/lib/cjs/dk/cvr.js";
import { validate as estonia } from "stdnum/lib/cjs/ee/kmkr.js";
import { validate as spain } from "stdnum/lib/cjs/es/nif.js";
import { validate as finland } from "stdnum/lib/cjs/fi/alv.js";
import { validate as france } from "stdnum/lib/cjs/fr/tva.js";
import { validate as britain } from "stdnum/lib/cjs/gb/vat.js";
import { validate as greece } from "stdnum/lib/cjs/gr/vat.js";
import { validate as croatia } from "stdnum/lib/cjs/hr/oib.js";
import { validate as hungary } from "stdnum/lib/cjs/hu/anum.js";
import { validate as ireland } from "stdnum/lib/cjs/ie/vat.js";
import { validate as italy } from "stdnum/lib/cjs/it/iva.js";
import { validate as lithuania } from "stdnum/lib/cjs/lt/pvm.js";
import { validate as luxembourg } from "stdnum/lib/cjs/lu/tva.js";
import { validate as latvia } from "stdnum/lib/cjs/lv/pvn.js";
import { validate as malta } from "stdnum/lib/cjs/mt/vat.js";
import { validate as netherlands } from "stdnum/lib/cjs/nl/btw.js";
import { validate as norway } from "stdnum/lib/cjs/no/orgnr.js";
import { validate as poland } from "stdnum/lib/cjs/pl/nip.js";
import { validate as portugal } from "stdnum/lib/cjs/pt/nif.js";
import { validate as romania } from "stdnum/lib/cjs/ro/cif.js";
import { validate as sweden } from "stdnum/lib/cjs/se/vat.js";
import { validate as slovenia } from "stdnum/lib/cjs/si/ddv.js";
import { isBelgianEnterpriseNumber } from "./identifiers.ts";

/** The number without its prefix as the authority writes it, or "" when it is none of this country. Takes compacted text. */
type National = (text: string) => string;

const byStdnum =
  (validate: typeof austria): National =>
  (text) => {
    const verdict = validate(text);
    return verdict.isValid ? verdict.compact : "";
  };
const byRule =
  (accepts: (text: string) => boolean): National =>
  (text) =>
    accepts(text) ? text : "";
/** `shape` is looked at first: for what stdnum 1.12 takes too easily, or cannot read. */
const shaped =
  (shape: RegExp, national: National): National =>
  (text) =>
    shape.test(text) ? national(text) : "";
/** `shape` suffices: valid numbers that stdnum 1.12 refuses. */
const unless =
  (shape: RegExp, national: National): National =>
  (text) =>
    shape.test(text) ? text : national(text);

/** EIK: weights 1…8, or 3…10 when those give ten. Those of ten digits are of persons, by three other rules. */
function isBulgarian(text: string): boolean {
  if (/^\d{10}$/.test(text)) return true;
  if (!/^\d{9}$/.test(text)) return false;
  const remainder = (firstWeight: number) =>
    Array.from(text.slice(0, 8), (digit, at) => Number(digit) * (at + firstWeight)).reduce(
      (sum, product) => sum + product,
    ) % 11;
  const check = remainder(1);
  return (check === 10 ? remainder(3) % 10 : check) === Number(text.slice(8));
}

const belgium: National = (text) => {
  const digits = /^\d{9}$/.test(text) ? `0${text}` : text; // nine digits until 2007
  return /^\d/.test(digits) && isBelgianEnterpriseNumber(digits) ? digits : "";
};
const swiss: National = (text) => {
  const number = text.replace(/(MWST|TVA|IVA|TPV)$/, "");
  return byStdnum(switzerland)(`CH${number}`) === "" ? "" : text;
};
const norwegian: National = (text) =>
  byStdnum(norway)(text.replace(/MVA$/, "")) === "" ? "" : text;
const british = shaped(/^(\d{9}|\d{12}|(GD|HA)\d{3})$/, byStdnum(britain));

/**
 * By prefix, Greece as EL and Northern Ireland as XI: the member states, the United Kingdom, Switzerland and Norway. Where stdnum
 * is wrong (decision 0008) the rule is here.
 */
export const NATIONAL_VAT_NUMBERS: ReadonlyMap<string, National> = new Map([
  ["AT", byStdnum(austria)],
  ["BE", belgium],
  ["BG", byRule(isBulgarian)],
  ["CH", swiss],
  ["CY", byStdnum(cyprus)],
  ["CZ", unless(/^6\d{8}$/, byStdnum(czechia))],
  ["DE", byStdnum(germany)],
  ["DK", byStdnum(denmark)],
  ["EE", byStdnum(estonia)],
  ["EL", byStdnum(greece)],
  ["ES", byStdnum(spain)],
  ["FI", byStdnum(finland)],
  ["FR", byStdnum(france)],
  ["GB", british],
  ["HR", byStdnum(croatia)],
  ["HU", byStdnum(hungary)],
  ["IE", byStdnum(ireland)],
  ["IT", byStdnum(italy)],
  ["LT", byStdnum(lithuania)],
  ["LU", byStdnum(luxembourg)],
  ["LV", unless(/^32\d{9}$/, byStdnum(latvia))], // personal codes since 2017 hold no date
  ["MT", byStdnum(malta)],
  ["NL", shaped(/^\d{1,9}B\d{2}$/, byStdnum(netherlands))], // by eleven, or since 2020 by 97
  ["NO", norwegian],
  ["PL", byStdnum(poland)],
  ["PT", byStdnum(portugal)],
  ["RO", byStdnum(romania)],
  ["SE", byStdnum(sweden)],
  ["SI", byStdnum(slovenia)],
  ["SK", byRule((text) => /^[1-9]\d{9}$/.test(text) && Number(text) % 11 === 0)],
  ["XI", british],
]);
