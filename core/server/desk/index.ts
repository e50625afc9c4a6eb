export { createDesk } from "./create-desk.ts";
export type { DeskPorts } from "./ports.ts";
export type { BulkOutcome, Desk, FileDownload } from "./desk.ts";
