const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  times: "×",
  euro: "€",
  pound: "£",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  middot: "·",
  bull: "•",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  frac12: "½",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  agrave: "à",
  acirc: "â",
  auml: "ä",
  ccedil: "ç",
  icirc: "î",
  iuml: "ï",
  ocirc: "ô",
  ouml: "ö",
  ugrave: "ù",
  ucirc: "û",
  uuml: "ü",
  szlig: "ß",
};

/** `&amp;` → `&`, once: what was escaped twice was meant to be read so. An entity that is not known stays as it is written. */
export const withoutEntities = (html: string): string =>
  html.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z0-9]{2,8}));/gi, (written, ...groups) => {
    const [decimals, hexadecimals, name]: unknown[] = groups;
    if (typeof name === "string") return NAMED[name] ?? NAMED[name.toLowerCase()] ?? written;
    const point =
      typeof decimals === "string" ? Number(decimals) : Number.parseInt(String(hexadecimals), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });

/**
 * The text of what WooCommerce keeps as HTML: names of products, fees and methods, and what a buyer chose. The bounds in the
 * patterns keep hostile text from taking more than one pass.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi, "")
    .replace(/<(br|\/p|\/div|\/li)\b[^<>]*>/gi, " ")
    .replace(/<\/?[a-z!][^<>]*>/gi, "");
  return withoutEntities(text).replace(/\s+/g, " ").trim();
}
