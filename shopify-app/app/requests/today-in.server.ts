import { dateIn } from "../components/format.ts";

/** The merchant's calendar date, YYYY-MM-DD. */
export const todayIn = (timeZone: string): string => dateIn(timeZone, new Date().toISOString());
