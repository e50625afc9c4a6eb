import { __, sprintf } from "@wordpress/i18n";

export const numberingWords = {
  text: __(
    "A journal is an unbroken series of numbers. A number is taken at the moment a document is issued, and never twice.",
    "docket",
  ),
  add: __("Add journal", "docket"),
  remove: __("Remove journal", "docket"),
  newName: __("New journal", "docket"),
  name: __("Name", "docket"),
  nameHelp: __("Only you see it.", "docket"),
  pattern: __("Pattern of the number", "docket"),
  patternHelp: __(
    "{year} is the year of issue; {number} the number; {number:4} the number with at least four digits.",
    "docket",
  ),
  startNumber: __("Start number", "docket"),
  startNumberHelp: __("If your last invoice was 115, start at 116.", "docket"),
  patternFixed: __(
    "Fixed with the first document. Make a new journal to number differently.",
    "docket",
  ),
  startNumberFixed: (lastNumber: string) =>
    /* translators: %s: document number. */
    sprintf(
      __(
        "Fixed: this journal has issued up to %s. Numbers may not have gaps, so the series goes on from there.",
        "docket",
      ),
      lastNumber,
    ),
  resetsYearly: __("Start again at 1 every year", "docket"),
  resetsYearlyHelp: __(
    "The pattern then needs {year}, so that no two documents share a number.",
    "docket",
  ),
  next: __("The next document gets number", "docket"),
  /* translators: %s: document number. */
  last: (lastNumber: string) => sprintf(__("Last issued: %s", "docket"), lastNumber),
  unused: __("Nothing issued yet", "docket"),
  usedByRules: __("A rule uses this journal, so it cannot be removed.", "docket"),
  usedByDocuments: __("This journal has issued documents, so it stays.", "docket"),
};
