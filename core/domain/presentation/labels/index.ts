import type { DocumentKind, Language } from "#domain/merchant";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Labels } from "./labels.ts";
import { nl } from "./nl.ts";

export const LABELS: Readonly<Record<Language, Labels>> = { nl, fr, de, en };

/** What a kind of document is called: "Factuur", "Delivery note". */
export const titleOf = (kind: DocumentKind, language: Language): string =>
  LABELS[language].kinds[kind].title;
