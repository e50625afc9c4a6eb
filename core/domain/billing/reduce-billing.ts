import type {
  BillingAccount,
  BillingChannel,
  DirectRequest,
  ReportedSubscription,
  Subscription,
} from "./billing-account.ts";
import { inOrder, observe } from "./observe.ts";

/** What happens to an account. Instants are ISO, UTC. */
export type BillingEvent =
  /** Everything that a channel says of the merchant, as it was at `at`; an uninstall leaves nothing. */
  | {
      readonly type: "observed";
      readonly channel: Exclude<BillingChannel, "direct">;
      readonly at: string;
      readonly subscriptions: readonly ReportedSubscription[];
    }
  /** The operator gives a direct subscription, or another end to one that exists (the same `externalId`). */
  | {
      readonly type: "granted";
      readonly at: string;
      readonly grant: Pick<
        Subscription,
        "externalId" | "planId" | "interval" | "priceUsd" | "endsAt"
      >;
    }
  /** The operator ends a direct subscription at `endsAt`. */
  | {
      readonly type: "ended";
      readonly externalId: string;
      readonly endsAt: string;
    }
  /** The merchant asks for a direct subscription; null takes the wish back. */
  | { readonly type: "directRequested"; readonly request: DirectRequest | null }
  | { readonly type: "capSet"; readonly usageCapUsd: string | null }
  /** The provider takes no more usage until then. */
  | { readonly type: "usageStopped"; readonly until: string };

type Granted = Extract<BillingEvent, { type: "granted" }>;

/**
 * The account after an event. The same event twice, or an observation that a newer one overtook, changes nothing: then the very
 * same object comes back.
 */
export function reduceBilling(account: BillingAccount, event: BillingEvent): BillingAccount {
  const next = afterEvent(account, event);
  return isSame(next, account) ? account : next;
}

function afterEvent(account: BillingAccount, event: BillingEvent): BillingAccount {
  switch (event.type) {
    case "observed":
      return observe(account, event);
    case "granted":
      return grant(account, event);
    case "ended":
      return end(account, event);
    case "directRequested":
      return { ...account, request: event.request };
    case "capSet":
      return { ...account, usageCapUsd: event.usageCapUsd };
    case "usageStopped":
      return { ...account, usageStoppedUntil: laterOf(account.usageStoppedUntil, event.until) };
  }
}

function end(
  account: BillingAccount,
  { externalId, endsAt }: Extract<BillingEvent, { type: "ended" }>,
): BillingAccount {
  return {
    ...account,
    subscriptions: account.subscriptions.map((each) =>
      each.channel === "direct" && each.externalId === externalId
        ? { ...each, endsAt, paidUntil: endsAt }
        : each,
    ),
  };
}

/** The wish is fulfilled by what is granted after it. A grant that a newer one overtook, or that came before, changes nothing. */
function grant(account: BillingAccount, event: Granted): BillingAccount {
  const { at, grant: given } = event;
  const known = account.subscriptions.find(
    (each) => each.channel === "direct" && each.externalId === given.externalId,
  );
  const granted: Subscription = {
    ...given,
    channel: "direct",
    status: "active",
    reports: {
      firstAt: known?.reports.firstAt ?? at,
      lastAt: at,
      status: "active",
      endsAt: given.endsAt,
    },
    startedAt: known?.startedAt ?? at,
    trialEndsAt: null,
    paidUntil: given.endsAt,
    usage: null,
    isTest: false,
    cancelledAt: null,
  };
  if (known !== undefined && isOldNews(known, granted)) return account;
  const { request } = account;
  return {
    ...account,
    request: request !== null && request.requestedAt > at ? request : null,
    subscriptions: inOrder([...account.subscriptions.filter((each) => each !== known), granted]),
  };
}

/** The operator may have ended it since: what was granted is compared, not what became of it. */
function isOldNews(known: Subscription, granted: Subscription): boolean {
  const { lastAt, endsAt } = known.reports;
  return (
    granted.reports.lastAt < lastAt || isSame({ ...known, endsAt, paidUntil: endsAt }, granted)
  );
}

const laterOf = (a: string | null, b: string): string => (a !== null && a > b ? a : b);

/** Whatever the order of the keys: a database keeps its own. */
const isSame = (a: unknown, b: unknown): boolean => sortedJson(a) === sortedJson(b);

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, child: unknown) =>
    typeof child === "object" && child !== null && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  );
