export { createDesk } from "./create-desk.ts";
export type { DeskPorts } from "./ports.ts";
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
} from "./desk.ts";
