/** The merchant's calendar date, YYYY-MM-DD, which is how en-CA writes one. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
