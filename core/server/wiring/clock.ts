import type { Clock } from "#domain/workflows";

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
const dateIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: (timeZone) => dateIn(timeZone, new Date()),
  after: (seconds) => new Date(Date.now() + seconds * 1000).toISOString(),
};
