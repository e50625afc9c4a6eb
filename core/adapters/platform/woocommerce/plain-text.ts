/** Entities of the languages we meet, and the signs that WordPress writes. Accented capitals follow from their small letters. */
const ENTITIES = new Map(
  (
    "amp & lt < gt > quot \" apos ' times × divide ÷ plusmn ± euro € pound £ yen ¥ cent ¢ copy © reg ® trade ™ deg ° " +
    "middot · bull • hellip … ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » sect § para ¶ " +
    "sup2 ² sup3 ³ frac12 ½ frac14 ¼ frac34 ¾ iexcl ¡ iquest ¿ ordf ª ordm º " +
    "agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í " +
    "icirc î iuml ï eth ð ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø oelig œ ugrave ù uacute ú ucirc û " +
    "uuml ü yacute ý yuml ÿ thorn þ scaron š szlig ß"
  )
    .split(" ")
    .flatMap((name, index, words) => (index % 2 === 0 ? [[name, words[index + 1] ?? ""]] : []))
    .concat([["nbsp", "\u00a0"]])
    .map(([name = "", character = ""]) => [name, character] as const),
);

/** `&amp;` → `&`, once: what was escaped twice was meant to be read so. An entity that is not known stays as it is written. */
export const withoutEntities = (html: string): string =>
  html.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,7});/gi, (written, entity: string) => {
    if (!entity.startsWith("#"))
      return ENTITIES.get(entity) ?? ENTITIES.get(entity.toLowerCase())?.toUpperCase() ?? written;
    const point = Number(entity.slice(1).replace(/^x/i, "0x"));
    const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : written;
  });

/**
 * The text of what WooCommerce keeps as HTML: names of products, fees and methods, and what a buyer chose. No pattern here
 * looks past the next `<`, so that hostile text takes one pass too.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi, "")
    .replace(/<(br|\/p|\/div|\/li)\b[^<>]*>/gi, " ")
    .replace(/<\/?[a-z!][^<>]*>/gi, "");
  return withoutEntities(text).replace(/\s+/g, " ").trim();
}
