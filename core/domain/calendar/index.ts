export { dayIn } from "./day-in.ts";
export { addDays, daysAfter, daysBetween, daysPassed } from "./calendar.ts";
