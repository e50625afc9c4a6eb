/** Days since 1970-01-01 of a calendar date, by Howard Hinnant's `days_from_civil`. */
function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

function dateOf(days: number): string {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** `date` (YYYY-MM-DD) plus whole days; no time zone can shift it, because no instant is involved. */
export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** An instant (ISO, UTC) some whole days later, or earlier when `days` is negative. */
export const daysAfter = (instant: string, days: number): string =>
  addDays(instant.slice(0, DATE), days) + instant.slice(DATE);

/** Days from one instant (ISO, UTC, with milliseconds) to a later one, a begun day counted whole; 0 when it is not later. */
export const daysBetween = (from: string, to: string): number =>
  Math.ceil(millisecondsBetween(from, to) / DAY_MILLISECONDS);

/** Milliseconds from one instant (ISO, UTC, with milliseconds) to a later one; 0 when it is not later. */
export const millisecondsBetween = (from: string, to: string): number =>
  Math.max(0, millisecondOf(to) - millisecondOf(from));

export const DAY_MILLISECONDS = 86_400_000;

/** Since 1970-01-01. */
function millisecondOf(instant: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = instant
    .slice(DATE + 1, -1)
    .split(":")
    .map(Number);
  const inDay = (hours * 60 + minutes) * 60_000 + Math.round(seconds * 1000);
  return dayNumber(instant.slice(0, DATE)) * DAY_MILLISECONDS + inDay;
}

/** Characters of YYYY-MM-DD. */
const DATE = 10;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");
