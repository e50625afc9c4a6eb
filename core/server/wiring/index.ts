export { readEnvironment } from "./environment.ts";
export { startDocket, type Docket } from "./start-docket.ts";
export type { BulkOutcome, Desk, DocumentView, FileDownload } from "../desk/index.ts";
