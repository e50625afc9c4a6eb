export { dayIn } from "./day-in.ts";
export {
  addDays,
  DAY_MILLISECONDS,
  daysAfter,
  daysBetween,
  millisecondsBetween,
} from "./calendar.ts";
