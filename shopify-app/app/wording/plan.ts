import type { BillingInterval, PlanId } from "#domain/billing";
import { plural } from "./words.ts";

const documents = (count: number): string =>
  `${number(count)} ${count === 1 ? "document" : "documents"}`;
const number = (count: number): string => count.toLocaleString("en-GB");

export const PLAN_URL = "/app/plan";
/** Where Shopify shows its bills. */
export const SHOPIFY_BILLS_URL = "shopify:admin/settings/billing";

/** The words of the plan page. Prices and days come formatted. */
export const planWords = {
  title: "Plan",
  section: {
    title: "Plan",
    text: "Your subscription, its price, and how many documents are left this month.",
    url: PLAN_URL,
  },
  see: "See your plan",
  failed: {
    title: "Your plan could not be loaded",
    text: "Your documents and your subscription are not affected.",
    retry: "Try again",
  },
  old: {
    title: "What you see may be old",
    text: (problem: string) =>
      `${problem} Reload the page to try again. Your plan goes on meanwhile.`,
  },
  present: {
    title: "Your plan",
    test: "Test",
    testText: "This is a development store: the charge is a test, and nobody pays.",
    perInterval: { monthly: "a month", yearly: "a year" } satisfies Record<BillingInterval, string>,
    bills: "Open your Shopify bills",
    cancel: "Cancel subscription",
  },
  biller: {
    shopifyEnding: "Shopify bills nothing more for it.",
    shopify: "Billed by Shopify on your Shopify bill, in US dollars.",
    wordpress: "Billed by the marketplace where you bought the WordPress plugin.",
    direct: "Your direct Docket subscription. It goes on without an end date.",
    directUntil: (day: string) =>
      `Your direct Docket subscription until ${day}. After that the type is Shopify subscription: choose a plan below.`,
    directThen: (day: string) =>
      `Your direct Docket subscription until ${day}. After that Shopify bills you, in US dollars.`,
  },
  usage: {
    title: "This month",
    ofIncluded: (issued: number, included: number) =>
      `${number(issued)} of ${documents(included)} issued`,
    above: (issued: number, included: number, price: string) =>
      `${documents(issued)} issued: ${number(included)} in your plan and ${number(issued - included)} above it, at ${price} each`,
    percent: (percent: number) => `${percent} % used`,
    full: "All used",
    waits:
      "When all are used, further documents wait as drafts without a number. Nothing is lost: you issue them when there is room again, oldest order first.",
    charged: (price: string, count: number) =>
      `Above your plan a document costs ${price}, for up to ${documents(count)}. After that they wait as drafts. Nothing is lost.`,
    resets: (day: string) => `Counting starts again on ${day}.`,
  },
  held: {
    title: (count: number) => `${documents(count)} ${count === 1 ? "waits" : "wait"} for your plan`,
    room: "There is room now. The oldest order gets its number first. What was to be e-mailed is e-mailed.",
    noRoom:
      "All documents of this month are used. Choose a larger plan below and issue them at once, or issue them when counting starts again.",
    issue: "Issue them now",
    plans: "See the plans",
    list: "See the drafts",
    running: (done: number, all: number) => `Issuing what waited: ${done} of ${all} done…`,
    done: (count: number) => `${documents(count)} issued`,
    problems: (count: number) =>
      `${documents(count)} ${count === 1 ? "needs" : "need"} your attention`,
    stopped: "The answer did not come. What was issued is safe: reload the page and go on.",
  },
  back: {
    changed: (plan: string) => `You are on ${plan} now`,
    unchanged: "Nothing was changed",
    notApproved: "The plan was not approved. You can choose again at any time.",
    same: "Your plan is as it was",
    perhapsLater: (day: string) =>
      `If you approved the change at Shopify, it starts when what you have paid for ends${day === "" ? "" : `, on ${day}`}.`,
    follows: (plan: string) => `${plan} is chosen`,
    followsText: (day: string) =>
      `It follows when what you have now ends${day === "" ? "" : `, on ${day}`}. Until then it costs nothing.`,
    unknown: "Shopify did not say whether the plan was approved",
    reload: "Reload the page in a moment.",
    cap: (cap: string) => `Documents above the plan cost at most ${cap} in 30 days.`,
  },
  offers: {
    title: "Plans",
    type: "Shopify subscription: prices in US dollars, on your Shopify bill.",
    interval: "How often you pay",
    intervals: { monthly: "Monthly", yearly: "Yearly, two months free" } satisfies Record<
      BillingInterval,
      string
    >,
    current: "Your plan",
    currentOther: {
      monthly: "Your plan, paid monthly",
      yearly: "Your plan, paid yearly",
    } satisfies Record<BillingInterval, string>,
    free: "No charge",
    documents: (count: number) => `${documents(count)} a month`,
    languages: {
      one: "Documents in your own language",
      many: "Documents in your customer’s language: Dutch, French, German or English",
    },
    eInvoices: {
      yes: "E-invoices: Peppol (UBL), XRechnung, Factur-X",
      no: "Without e-invoices",
    },
    extra: (price: string) => `Above that ${price} a document, only if you want it`,
    extraWaits: "Above that documents wait as drafts",
    select: "Select",
    selectOf: (plan: string) => `Select ${plan}`,
    atShopify: "Choose at Shopify",
    atShopifyText: "Plans are changed and cancelled on Shopify’s page of plans for Docket.",
    trial: (days: number, price: string) => `${plural(days, "day")} free, then ${price}`,
    paidUntil: (day: string, price: string) => `Costs nothing until ${day}, then ${price}`,
    opens: (day: string) => `You can choose it from ${day}`,
    opensNever: "You can choose it once your direct subscription has an end date",
    follows: (day: string) => `Yours from ${day}`,
    notOffered: "Not offered any more",
  },
  select: {
    title: (plan: string) => `Choose ${plan}`,
    next: "Next, Shopify shows you what it costs and asks for your approval. Until you approve, nothing changes.",
    continue: "Continue to Shopify",
    running: "Asking Shopify…",
    done: "Plan chosen",
    leaving: "Taking you to Shopify…",
  },
  extra: {
    title: "Documents above the plan",
    text: "What happens when all documents of the month are used.",
    wait: "Let them wait",
    waitHelp: "They stay drafts until there is room again. Costs nothing.",
    charge: (price: string) => `Charge ${price} for each`,
    chargeHelp: "They are issued as usual, until your limit is reached. Then they wait.",
    cap: "At most, in 30 days",
    capHelp: "In US dollars. A higher limit needs your approval at Shopify.",
    capProblem: "Give an amount between 0.01 and 10000, such as 25.00.",
    yearly: "With a yearly plan, documents above it wait. Only monthly plans can charge for them.",
    save: "Save",
    saved: "Saved",
  },
  cancel: {
    title: (plan: string) => `Cancel ${plan}?`,
    text: (plan: string, day: string, freeCount: number) =>
      `You keep ${plan} ${day === "" ? "until the end of what you have paid for" : `until ${day}`}, and nothing is billed after that. Then you are on Free: what goes beyond ${documents(freeCount)} a month waits as drafts. Nothing is deleted, and you can choose a plan again at any time.`,
    confirm: "Cancel subscription",
    keep: "Keep it",
    running: "Cancelling at Shopify…",
    done: "Subscription cancelled",
  },
  charges: {
    title: "Charges",
    text: "What you agreed to, newest first, and what was charged for documents above the plan. Shopify bills what has not ended, once its free days are over.",
    none: "No charges so far.",
    unknown: "Shopify could not be asked. Reload the page to try again.",
    test: "Test",
    all: (count: number) => `Show all ${count}`,
  },
  leaving: {
    title: "Leaving Shopify?",
    text: "Docket can bill you itself instead, for example when your shop moves elsewhere.",
    show: "Ask for a direct subscription",
    help: "We arrange it with you. Your present plan stays until then, and you never pay twice for the same days.",
    plan: "Plan",
    interval: "Paid",
    ask: "Send the request",
    asked: (plan: string, interval: string, day: string) =>
      `You asked for a direct subscription on ${day}: ${plan}, paid ${interval}. We arrange it with you; until then nothing changes.`,
    intervals: { monthly: "monthly", yearly: "yearly" } satisfies Record<BillingInterval, string>,
    withdraw: "Withdraw the request",
    sent: "Request noted",
    withdrawn: "Request withdrawn",
  },
  saving: "Saving…",
  home: {
    used: (issued: number, included: number, plan: string) =>
      `${number(issued)} of ${documents(included)} of the ${plan} plan`,
    near: (issued: number, included: number) =>
      `${number(issued)} of this month’s ${documents(included)} are used`,
    full: (included: number, plan: string) =>
      `All ${documents(included)} of the ${plan} plan are used for this month`,
    waits: (day: string) =>
      `Further documents wait as drafts until you choose a larger plan, or until ${day}. Nothing is lost.`,
    charged: (price: string) => `Each further document costs ${price}, up to the limit you set.`,
  },
  document: {
    badge: "Waits for your plan",
    title: "This document waits for your plan",
    text: {
      issue: "All documents of your plan were used for the month when it was to be issued.",
      issueAndSend:
        "All documents of your plan were used for the month when it was to be issued and e-mailed.",
    },
    todo: "Choose a larger plan, or issue it when counting starts again. It stays a draft without a number meanwhile, and nothing is lost.",
    partOf: (plan: string) => `Part of the ${plan} plan`,
    plans: "See plans",
    plansFor: (name: string) => `See plans with ${name}`,
    waiting: (count: number) =>
      `${documents(count)} ${count === 1 ? "waits" : "wait"} for your plan.`,
  },
} as const;

export const planNames: Readonly<Record<PlanId, string>> = {
  free: "Free",
  starter: "Starter",
  business: "Business",
};
