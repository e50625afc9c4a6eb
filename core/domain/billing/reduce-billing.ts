import type {
  BillingAccount,
  BillingChannel,
  DirectRequest,
  ReportedSubscription,
  Subscription,
} from "./billing-account.ts";
import { stateAt } from "./subscription-state.ts";

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

/**
 * The account after an event. The same event twice, or an observation that a newer one overtook, changes nothing: then the very
 * same object comes back.
 */
export function reduceBilling(account: BillingAccount, event: BillingEvent): BillingAccount {
  const next = afterEvent(account, event);
  return JSON.stringify(next) === JSON.stringify(account) ? account : next;
}

function afterEvent(account: BillingAccount, event: BillingEvent): BillingAccount {
  switch (event.type) {
    case "observed":
      return observe(account, event);
    case "granted":
      return grant(account, event);
    case "ended":
      return {
        ...account,
        subscriptions: account.subscriptions.map((each) =>
          each.channel === "direct" && each.externalId === event.externalId
            ? { ...each, endsAt: event.endsAt }
            : each,
        ),
      };
    case "directRequested":
      return { ...account, request: event.request };
    case "capSet":
      return { ...account, usageCapUsd: event.usageCapUsd };
    case "usageStopped":
      return { ...account, usageStoppedUntil: event.until };
  }
}

type Observed = Extract<BillingEvent, { type: "observed" }>;

function observe(account: BillingAccount, event: Observed): BillingAccount {
  const { channel, at, subscriptions: reported } = event;
  const before = account.observedAt[channel];
  if (before !== undefined && at < before) return account;
  const known = account.subscriptions.map((each): Subscription => {
    if (each.channel !== channel) return each;
    const found = reported.find(({ externalId }) => externalId === each.externalId);
    if (found !== undefined) return { ...each, ...found, cancelledAt: null };
    return each.status === "cancelled" ? each : cancel(each, event);
  });
  const fresh = reported
    .filter(({ externalId }) => !isKnown(account, channel, externalId))
    .map((each): Subscription => ({ ...each, channel, cancelledAt: null }));
  return {
    ...account,
    subscriptions: [...known, ...fresh],
    observedAt: { ...account.observedAt, [channel]: at },
  };
}

const isKnown = (
  { subscriptions }: BillingAccount,
  channel: BillingChannel,
  externalId: string,
): boolean =>
  subscriptions.some((each) => each.channel === channel && each.externalId === externalId);

/**
 * What was paid for runs to its end, and a trial to its own. Nothing is left of one that was not being paid for, nor of one that
 * another replaced: the provider has given back the rest of it.
 */
function cancel(subscription: Subscription, { at, subscriptions }: Observed): Subscription {
  const { paidUntil, trialEndsAt, endsAt } = subscription;
  const state = stateAt(subscription, at);
  const isReplaced = subscriptions.some(({ status }) => status === "active");
  const keeps = !isReplaced && ["trial", "active", "ending"].includes(state);
  const paidTo = (state === "trial" ? trialEndsAt : (endsAt ?? paidUntil)) ?? at;
  return {
    ...subscription,
    status: "cancelled",
    cancelledAt: at,
    endsAt: keeps && paidTo > at ? paidTo : at,
  };
}

function grant(account: BillingAccount, event: Extract<BillingEvent, { type: "granted" }>) {
  const { externalId } = event.grant;
  const known = account.subscriptions.find(
    (each) => each.channel === "direct" && each.externalId === externalId,
  );
  const granted: Subscription = {
    ...event.grant,
    channel: "direct",
    status: "active",
    startedAt: known?.startedAt ?? event.at,
    trialEndsAt: null,
    paidUntil: event.grant.endsAt,
    usage: null,
    isTest: false,
    cancelledAt: null,
  };
  return {
    ...account,
    // The wish is fulfilled.
    request: null,
    subscriptions: known
      ? account.subscriptions.map((each) => (each === known ? granted : each))
      : [...account.subscriptions, granted],
  };
}
