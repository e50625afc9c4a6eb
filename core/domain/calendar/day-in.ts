/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
export const dayIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    // oxlint-disable-next-line eslint/no-restricted-globals -- reads an instant and asks no clock
  }).format(new Date(instant));
