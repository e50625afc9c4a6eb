import { __, sprintf } from "@wordpress/i18n";

export const rulesWords = {
  title: __("Rules", "docket"),
  text: __(
    "Each rule makes one kind of document at one moment. An order gets one document of each kind, and a credit note for each refund.",
    "docket",
  ),
  add: __("Add rule", "docket"),
  none: __("No rules yet. Without a rule, documents are made by hand only, from Orders.", "docket"),
  active: __("On", "docket"),
  inactive: __("Off", "docket"),
  edit: __("Edit rule", "docket"),
  create: __("New rule", "docket"),
  what: { title: __("What happens", "docket"), sentence: __("In words", "docket") },
  fields: {
    event: __("When", "docket"),
    when: __("For which orders", "docket"),
    kind: __("Make", "docket"),
    journal: __("Numbered in journal", "docket"),
    journalHelp: __("A journal is an unbroken series of numbers.", "docket"),
    delivery: __("Then", "docket"),
    isActive: __("This rule is on", "docket"),
    isActiveHelp: __("A rule that is off makes nothing. Documents it made before stay.", "docket"),
  },
  never: __("No order can ever meet this rule.", "docket"),
  notSaved: __("Nothing was saved: this rule would never apply.", "docket"),
  impossible: {
    paidOrder: __(
      "An order that is paid is never still to be paid. Choose other orders, or another moment.",
      "docket",
    ),
    receipt: __(
      "A receipt says that money came in, so an order still to be paid has none. Choose other orders.",
      "docket",
    ),
    creditNote: __(
      "A credit note says that money goes back. Choose “An order is refunded”.",
      "docket",
    ),
    refund: __(
      "A refund makes credit notes and nothing else. Choose a credit note, or another moment.",
      "docket",
    ),
  },
  breaksInvoices: (journalName: string) =>
    /* translators: %s: name of a journal (number series). */
    sprintf(
      __(
        "%s is the series of your invoices. Another kind of document in it leaves a hole in your invoice list.",
        "docket",
      ),
      journalName,
    ),
  remove: {
    button: __("Remove rule", "docket"),
    title: __("Remove this rule?", "docket"),
    text: __("No more documents are made by it. Those that were made stay.", "docket"),
    confirm: __("Remove", "docket"),
  },
  removed: __("Rule removed", "docket"),
};
