export { readEnvironment, type Environment } from "./environment.ts";
export { startDocket, type Docket } from "./start-docket.ts";
export type {
  BulkOutcome,
  Desk,
  DocumentView,
  FieldErrors,
  FileDownload,
  Home,
  OrderRow,
  SettingsChange,
  SetupStep,
} from "../desk/index.ts";
