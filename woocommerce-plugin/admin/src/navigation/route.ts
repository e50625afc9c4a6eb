/** A screen and what it shows, as the page's address names it; "" and undefined are left out. */
export type Place = Readonly<Record<string, string | undefined>>;

const SCREENS = ["home", "documents", "orders", "plan", "settings"] as const;
export type ScreenName = (typeof SCREENS)[number];

export const SECTIONS = [
  "seller",
  "rules",
  "numbering",
  "texts",
  "vat",
  "eInvoicing",
  "sending",
  "payment",
  "brand",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What the address calls a rule that is yet to be made. */
export const NEW_RULE = "new";

export const places = {
  home: (): Place => ({}),
  documents: (query: Place = {}): Place => ({ screen: "documents", ...query }),
  document: (documentId: string): Place => ({ screen: "documents", id: documentId }),
  orders: (query: Place = {}): Place => ({ screen: "orders", ...query }),
  plan: (): Place => ({ screen: "plan" }),
  /** `field` is a path of the settings, such as `seller.iban`, to begin at. */
  settings: (section: Section, field = ""): Place => ({ screen: "settings", section, field }),
  rule: (ruleId: string): Place => ({ screen: "settings", section: "rules", rule: ruleId }),
};

/** The address of a place on wp-admin's page: "?page=docket&screen=orders". */
export function hrefOf(place: Place | URLSearchParams, page: string): string {
  const params = new URLSearchParams({ page });
  const entries = place instanceof URLSearchParams ? [...place] : Object.entries(place);
  for (const [key, value] of entries) if (value && key !== "page") params.append(key, value);
  return `?${params}`;
}

/** A wrong name is the first screen. */
export const screenOf = (params: URLSearchParams): ScreenName =>
  SCREENS.find((name) => name === params.get("screen")) ?? "home";

/** A wrong name is the first section. */
export const sectionOf = (params: URLSearchParams): Section =>
  SECTIONS.find((name) => name === params.get("section")) ?? "seller";
