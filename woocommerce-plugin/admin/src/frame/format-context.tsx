import { createContext, useContext, useMemo } from "@wordpress/element";
import type { ReactNode } from "react";
import type { Language } from "#domain/merchant";
import { pageFacts } from "../page-facts.ts";
import { formatDate, formatDay, formatInstant, formatMoney, localeOf } from "../format.ts";

/** How the admin's reader reads: the language of wp-admin, the merchant's time zone. */
export interface Format {
  readonly money: (amount: string, currency: string) => string;
  readonly instant: (at: string) => string;
  readonly day: (at: string) => string;
  readonly date: (date: string) => string;
  readonly timeZone: string;
  /** The nearest of the languages that the service writes. */
  readonly language: Language;
}

const locale = localeOf(pageFacts.userLocale);
const LANGUAGES: readonly Language[] = ["nl", "fr", "de", "en"];
const language = LANGUAGES.find((each) => locale.startsWith(each)) ?? "en";

const formatIn = (timeZone: string): Format => ({
  money: (amount, currency) => formatMoney(amount, currency, locale),
  instant: (at) => formatInstant(at, { locale, timeZone }),
  day: (at) => formatDay(at, { locale, timeZone }),
  date: (date) => formatDate(date, locale),
  timeZone,
  language,
});

/** Until the merchant's own is known. */
const BROWSER_TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const FormatContext = createContext<Format>(formatIn(BROWSER_TIME_ZONE));

export function FormatProvider(props: { timeZone: string | undefined; children: ReactNode }) {
  const { timeZone = BROWSER_TIME_ZONE } = props;
  const format = useMemo(() => formatIn(timeZone), [timeZone]);
  return <FormatContext.Provider value={format}>{props.children}</FormatContext.Provider>;
}

export const useFormat = (): Format => useContext(FormatContext);

/** For what is compared and named outside of any screen. */
export const adminLocale = locale;
