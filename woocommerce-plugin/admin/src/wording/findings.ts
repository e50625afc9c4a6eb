import { __, _n, sprintf } from "@wordpress/i18n";
import type { Finding } from "#domain/doctor";
import type { DocumentKind } from "#domain/merchant";

/** What the document doctor found, and what to do about it. */
export const findingsWords = {
  title: __("Check", "docket"),
  none: __("Checked against the law and the rules of e-invoicing: nothing to mend.", "docket"),
  severities: {
    error: __("Must be mended", "docket"),
    warning: __("Look at this", "docket"),
    info: __("Good to know", "docket"),
  } satisfies Record<Finding["severity"], string>,
  mend: __("Mend it", "docket"),
  /* translators: %s: name of a rule, such as BR-CO-15. */
  rule: (ruleId: string) => sprintf(__("Rule %s", "docket"), ruleId),
  check: __("Check again", "docket"),
  refused: {
    titles: {
      invoice: __("This invoice cannot be issued yet", "docket"),
      creditNote: __("This credit note cannot be issued yet", "docket"),
      receipt: __("This receipt cannot be issued yet", "docket"),
      orderConfirmation: __("This order confirmation cannot be issued yet", "docket"),
      proforma: __("This pro forma cannot be issued yet", "docket"),
      deliveryNote: __("This delivery note cannot be issued yet", "docket"),
    } satisfies Record<DocumentKind, string>,
    text: (errors: number) =>
      sprintf(
        /* translators: %d: how many things. */
        _n(
          "%d thing must be mended first, so that it is right by law. It stays a draft meanwhile and takes no number.",
          "%d things must be mended first, so that it is right by law. It stays a draft meanwhile and takes no number.",
          errors,
          "docket",
        ),
        errors,
      ),
  },
};
