export { dayIn } from "./day-in.ts";
export { addDays, daysAfter, daysBetween } from "./calendar.ts";
