export { LANGUAGES, languageOf, languageSchema, type Language } from "./language.ts";
export {
  DOCUMENT_KINDS,
  KIND_FACTS,
  documentKindSchema,
  type DocumentKind,
} from "./document-kind.ts";
export { journalPatternSchema, journalSchema, type Journal } from "./journal.ts";
export { type OrderEvent, type Rule } from "./rule.ts";
export { paidStateOf, type PaidState, type Texts } from "./texts.ts";
export {
  defaultSettings,
  logoSchema,
  merchantSettingsSchema,
  type Logo,
  type MerchantSettings,
  type MerchantSettingsInput,
} from "./settings.ts";
export { eInvoicingSchema, type EInvoicing } from "./e-invoicing.ts";
export { type VatSettings } from "./vat-settings.ts";
