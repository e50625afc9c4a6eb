import type { VatTrace } from "#domain/document";
import type { Language } from "#domain/merchant";
import { vatCheckSchema } from "#domain/party";
import { fillWords, inEachLanguage, shortText } from "./fill-words.ts";
import { countryName, numberIn } from "./localised-values.ts";
import { CHECK_WORDS, OSS_WORDS, TRACE_WORDS } from "./trace-words.ts";

/** Why lines and charges are taxed as they are, in one or two sentences for the merchant. Any of the facts may be missing. */
export function describeTrace({
  because,
  facts,
  vat,
}: VatTrace): Readonly<Record<Language, string>> {
  const rate = numberIn(vat.ratePercent);
  const sentence = fillWords(TRACE_WORDS[because], { rate });
  const check = vatCheckSchema.shape.state.safeParse(facts["checkState"]).data;
  return inEachLanguage((language) => {
    const follows = because === "followsGoods" && vat.category === "S";
    const detail = [...(follows ? [`${rate(language)} %`] : []), ...detailsOf(facts, language)];
    const inBrackets = detail.length === 0 ? "" : ` (${detail.join(", ")})`;
    return [
      sentence[language].replace("[detail]", () => inBrackets),
      ...(facts["scheme"] === "oss" ? [OSS_WORDS[language]] : []),
      ...(check === undefined ? [] : [CHECK_WORDS[check][language]]),
    ].join(" ");
  });
}

/** "Belgium → France" or, of VAT that was charged, "France"; "FR40303265045". */
function detailsOf(facts: VatTrace["facts"], language: Language): readonly string[] {
  const { from = "", to = "", vatIdentifier = "", rule = "", title = "" } = facts;
  const route = [from, to]
    .filter((countryCode) => countryCode !== "")
    .map((countryCode) => countryName(countryCode)(language));
  return [route.join(" → "), vatIdentifier, rule, title]
    .map(shortText)
    .filter((text) => text !== "");
}
