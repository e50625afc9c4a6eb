export { readEnvironment } from "./environment.ts";
export { startDocket, type Docket } from "./start-docket.ts";
export type { BulkOutcome, Desk, FileDownload } from "../desk/index.ts";
