import { __, _n, sprintf } from "@wordpress/i18n";
import type { BillingChannel, BillingInterval } from "#domain/billing";
import type { HeldAs } from "#domain/workflows";
import type { PlanView } from "../api/types.ts";

/* translators: %d: how many documents. */
const documents = (count: number): string =>
  sprintf(_n("%d document", "%d documents", count, "docket"), count);

const waitForPlan = (count: number): string =>
  sprintf(
    /* translators: %d: how many documents. */
    _n("%d document waits for your plan", "%d documents wait for your plan", count, "docket"),
    count,
  );

/** A sentence with one thing in it. */
const filled = (sentence: string) => (value: string) => sentence.replace("%s", () => value);

/** The words of the plan screen. Prices and days come formatted. */
export const planWords = {
  title: __("Plan", "docket"),
  loading: __("Loading your plan…", "docket"),
  see: __("See your plan", "docket"),
  old: {
    title: __("What you see may be old", "docket"),
    text: (problem: string) =>
      `${problem} ${__("Reload the page to try again. Your plan goes on meanwhile.", "docket")}`,
  },
  present: {
    title: __("Your plan", "docket"),
    test: __("Test", "docket"),
    cancel: __("Cancel subscription", "docket"),
    manage: __("Change or cancel at the marketplace", "docket"),
  },
  perInterval: {
    /* translators: %s: price such as US$9.00. */
    monthly: filled(__("%s a month", "docket")),
    /* translators: %s: price such as US$90.00. */
    yearly: filled(__("%s a year", "docket")),
  } satisfies Record<BillingInterval, (price: string) => string>,
  badges: {
    trial: __("Free trial", "docket"),
    active: __("Active", "docket"),
    pastDue: __("Payment late", "docket"),
    frozen: __("Stopped", "docket"),
    ending: __("Ends", "docket"),
    /* translators: %s: day. */
    endingOn: filled(__("Ends on %s", "docket")),
  },
  states: {
    none: __("No subscription and no bill. You can stay as long as you like.", "docket"),
    cancelled: __(
      "Your last subscription has ended, and nothing is billed. Your documents are all here.",
      "docket",
    ),
    trial: (day: string, price: string) =>
      sprintf(
        /* translators: 1: day; 2: price such as US$9.00 a month. */
        __("Free until %1$s, then %2$s. Cancel before, and it costs nothing.", "docket"),
        day,
        price,
      ),
    /* translators: %s: day. */
    renewed: filled(__("Paid until %s, then renewed.", "docket")),
    pastDue: {
      marketplace: filled(
        /* translators: %s: plan such as Starter. */
        __(
          "The marketplace has not been paid yet. You keep %s meanwhile: renew it there.",
          "docket",
        ),
      ),
      other: filled(
        /* translators: %s: plan such as Starter. */
        __("The last payment has not arrived. You keep %s meanwhile.", "docket"),
      ),
    },
    frozen: filled(
      /* translators: %s: plan such as Free. */
      __(
        "Your paid plan is stopped because a bill is open. Until it is paid you are on %s.",
        "docket",
      ),
    ),
    ending: __(
      "After that you are on Free, unless you choose a plan below. Nothing is deleted.",
      "docket",
    ),
  },
  biller: {
    shopify: __("Billed by Shopify on your Shopify bill, in US dollars.", "docket"),
    wordpress: __("Billed by the marketplace where you bought the plugin.", "docket"),
    direct: __(
      "Your direct Docket subscription. It goes on without an end date; write to Docket's support to end it.",
      "docket",
    ),
  } satisfies Record<BillingChannel, string>,
  directUntil: filled(
    /* translators: %s: day. */
    __("Your direct Docket subscription until %s. It ends by itself, without a bill.", "docket"),
  ),
  usage: {
    title: __("This month", "docket"),
    ofIncluded: (issued: number, included: number) =>
      sprintf(
        /* translators: 1: documents issued; 2: documents in the plan. */
        _n("%1$d of %2$d document issued", "%1$d of %2$d documents issued", included, "docket"),
        issued,
        included,
      ),
    /* translators: %d: how many percent. */
    percent: (percent: number) => sprintf(__("%d %% used", "docket"), percent),
    full: __("All used", "docket"),
    waits: __(
      "When all are used, further documents wait as drafts without a number. Nothing is lost: you issue them when there is room again, oldest order first.",
      "docket",
    ),
    /* translators: %s: day. */
    resets: filled(__("Counting starts again on %s.", "docket")),
  },
  held: {
    title: waitForPlan,
    room: __(
      "There is room now. The oldest order gets its number first. What was to be e-mailed is e-mailed.",
      "docket",
    ),
    noRoom: __(
      "All documents of this month are used. Choose a larger plan below and issue them at once, or issue them when counting starts again.",
      "docket",
    ),
    issue: __("Issue them now", "docket"),
    list: __("See the drafts", "docket"),
    running: (done: number, all: number) =>
      /* translators: 1: documents done; 2: all documents. */
      sprintf(__("Issuing what waited: %1$d of %2$d done…", "docket"), done, all),
    done: (count: number) =>
      /* translators: %d: how many documents. */
      sprintf(_n("%d document issued", "%d documents issued", count, "docket"), count),
  },
  offers: {
    title: __("Plans", "docket"),
    types: {
      wordpress: __(
        "Prices in US dollars. The marketplace where you bought the plugin sends the bill.",
        "docket",
      ),
      direct: __(
        "Direct subscription: prices in US dollars, on a bill that Docket sends you.",
        "docket",
      ),
    } satisfies Record<PlanView["channel"], string>,
    interval: __("How often you pay", "docket"),
    intervals: {
      monthly: __("Monthly", "docket"),
      yearly: __("Yearly, two months free", "docket"),
    } satisfies Record<BillingInterval, string>,
    current: __("Your plan", "docket"),
    currentOther: {
      monthly: __("Your plan, paid monthly", "docket"),
      yearly: __("Your plan, paid yearly", "docket"),
    } satisfies Record<BillingInterval, string>,
    free: __("Free", "docket"),
    documents: (count: number) =>
      sprintf(
        /* translators: %d: how many documents. */
        _n("%d document a month", "%d documents a month", count, "docket"),
        count,
      ),
    languages: {
      one: __("Documents in your own language", "docket"),
      many: __("Documents in your customer's language: Dutch, French, German or English", "docket"),
    },
    eInvoices: {
      yes: __("E-invoices: Peppol (UBL), XRechnung, Factur-X", "docket"),
      no: __("Without e-invoices", "docket"),
    },
    waits: __("Above that documents wait as drafts", "docket"),
    select: __("Select", "docket"),
    /* translators: %s: plan such as Starter. */
    selectOf: filled(__("Select %s", "docket")),
    atMarketplace: __("Choose at the marketplace", "docket"),
    atMarketplaceText: __(
      "A change there shows here within a few hours. Sooner: press Refresh under WooCommerce → Extensions → My subscriptions.",
      "docket",
    ),
    paidUntil: (day: string, price: string) =>
      /* translators: 1: day; 2: price such as US$9.00 a month. */
      sprintf(__("Costs nothing until %1$s, then %2$s", "docket"), day, price),
    /* translators: %s: day. */
    asked: filled(__("Asked for on %s", "docket")),
    /* translators: %s: day. */
    opens: filled(__("You can choose it from %s", "docket")),
    opensNever: __("You can choose it once your present subscription has an end date", "docket"),
    /* translators: %s: day. */
    follows: filled(__("Yours from %s", "docket")),
    notOffered: __("Not offered any more", "docket"),
  },
  select: {
    /* translators: %s: plan such as Starter. */
    title: filled(__("Choose %s", "docket")),
    text: __("We write to you with the invoice; nothing changes until then.", "docket"),
    confirm: __("Send the request", "docket"),
    running: __("Noting your request…", "docket"),
    done: __("Request noted", "docket"),
  },
  request: {
    title: __("Your request", "docket"),
    asked: {
      monthly: (plan: string, day: string) =>
        /* translators: 1: plan such as Starter; 2: day. */
        sprintf(__("You asked for %1$s, paid monthly, on %2$s.", "docket"), plan, day),
      yearly: (plan: string, day: string) =>
        /* translators: 1: plan such as Starter; 2: day. */
        sprintf(__("You asked for %1$s, paid yearly, on %2$s.", "docket"), plan, day),
    } satisfies Record<BillingInterval, (plan: string, day: string) => string>,
    withdraw: __("Withdraw the request", "docket"),
    running: __("Withdrawing your request…", "docket"),
    withdrawn: __("Request withdrawn", "docket"),
  },
  cancel: {
    /* translators: %s: plan such as Starter. */
    title: filled(__("Cancel %s?", "docket")),
    text: (plan: string, freeCount: number) =>
      sprintf(
        /* translators: 1: plan such as Starter; 2: how many documents, such as "30 documents". */
        __(
          "You keep %1$s until the end of what you have paid for, and nothing is billed after that. Then you are on Free: what goes beyond %2$s a month waits as drafts. Nothing is deleted, and you can choose a plan again at any time.",
          "docket",
        ),
        plan,
        documents(freeCount),
      ),
    confirm: __("Cancel subscription", "docket"),
    keep: __("Keep it", "docket"),
    running: __("Cancelling…", "docket"),
    done: __("Subscription cancelled", "docket"),
  },
  charges: {
    title: __("Charges", "docket"),
    none: __("No charges so far.", "docket"),
    elsewhere: __("The marketplace where you bought the plugin has your bills.", "docket"),
    open: __("Open the marketplace", "docket"),
    unknown: __("Your bills could not be read. Reload the page to try again.", "docket"),
  },
  home: {
    used: (issued: number, included: number, plan: string) =>
      sprintf(
        /* translators: 1: documents issued; 2: how many documents, such as "30 documents"; 3: plan such as Starter. */
        __("%1$d of %2$s of the %3$s plan", "docket"),
        issued,
        documents(included),
        plan,
      ),
    near: (issued: number, included: number) =>
      sprintf(
        /* translators: 1: documents issued; 2: how many documents, such as "30 documents". */
        __("%1$d of this month's %2$s are used", "docket"),
        issued,
        documents(included),
      ),
    full: (included: number, plan: string) =>
      sprintf(
        /* translators: 1: how many documents, such as "30 documents"; 2: plan such as Starter. */
        __("All %1$s of the %2$s plan are used for this month", "docket"),
        documents(included),
        plan,
      ),
    waits: filled(
      /* translators: %s: day. */
      __(
        "Further documents wait as drafts until you choose a larger plan, or until %s. Nothing is lost.",
        "docket",
      ),
    ),
  },
  document: {
    title: __("This document waits for your plan", "docket"),
    text: {
      issue: __(
        "All documents of your plan were used for the month when it was to be issued.",
        "docket",
      ),
      issueAndSend: __(
        "All documents of your plan were used for the month when it was to be issued and e-mailed.",
        "docket",
      ),
    } satisfies Record<HeldAs, string>,
    todo: __(
      "Choose a larger plan, or issue it when counting starts again. It stays a draft without a number meanwhile, and nothing is lost.",
      "docket",
    ),
    /* translators: %s: plan such as Starter. */
    partOf: filled(__("Part of the %s plan", "docket")),
    plans: __("See plans", "docket"),
    /* translators: %s: form of a file, such as "E-invoice (UBL)". */
    plansFor: filled(__("See plans with %s", "docket")),
    waiting: (count: number) => `${waitForPlan(count)}.`,
  },
};
