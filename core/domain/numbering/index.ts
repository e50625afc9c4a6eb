export { formatNumber, nextPosition, type JournalPosition, type NumberTaken } from "./numbering.ts";
