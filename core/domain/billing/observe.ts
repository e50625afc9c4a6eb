import type {
  BillingAccount,
  BillingChannel,
  ReportedSubscription,
  Subscription,
} from "./billing-account.ts";
import { isEntitling, stateAt } from "./subscription-state.ts";

/** Everything that a channel says of the merchant, as it was at `at` (an instant). */
interface Reading {
  readonly channel: BillingChannel;
  readonly at: string;
  readonly subscriptions: readonly ReportedSubscription[];
}

/**
 * The account after a reading, which may come late. One that a newer reading overtook does not bring back what is over, but it is
 * news of what was paid for: so the order in which they come in does not count.
 */
export function observe(account: BillingAccount, reading: Reading): BillingAccount {
  const { channel, at } = reading;
  const newestAt = later(account.observedAt[channel] ?? at, at);
  const known = account.subscriptions.filter((each) => each.channel === channel);
  const fresh = reading.subscriptions.filter(
    ({ externalId }) => !known.some((each) => each.externalId === externalId),
  );
  const all = [
    ...known.map((each) => afterReading(each, reading, newestAt)),
    ...fresh.map((report) => afterReport(report, reading, { newestAt, known: undefined })),
  ];
  const others = account.subscriptions.filter((each) => each.channel !== channel);
  return {
    ...account,
    subscriptions: inOrder([...others, ...all.map((each) => settle(each, all))]),
    observedAt: { ...account.observedAt, [channel]: newestAt },
    // Another cap has room again, and is the merchant's newest word.
    ...(usageLines(known) === usageLines(all)
      ? {}
      : { usageStoppedUntil: null, usageCapUsd: null }),
  };
}

/** Oldest first. */
export const inOrder = (subscriptions: readonly Subscription[]): Subscription[] =>
  subscriptions.toSorted(
    (a, b) =>
      a.startedAt.localeCompare(b.startedAt) ||
      a.reports.firstAt.localeCompare(b.reports.firstAt) ||
      a.externalId.localeCompare(b.externalId),
  );

function afterReading(known: Subscription, reading: Reading, newestAt: string): Subscription {
  const { at } = reading;
  const { reports, cancelledAt } = known;
  const report = reading.subscriptions.find(({ externalId }) => externalId === known.externalId);
  if (at < reports.lastAt) {
    return report === undefined
      ? known
      : { ...known, reports: { ...reports, firstAt: earlier(reports.firstAt, at) } };
  }
  if (report !== undefined) return afterReport(report, reading, { newestAt, known });
  return { ...known, cancelledAt: cancelledAt === null ? at : earlier(cancelledAt, at) };
}

/** The last report of a subscription so far. A newer reading that does not name it tells that it is over since. */
function afterReport(
  report: ReportedSubscription,
  { channel, at }: Reading,
  { newestAt, known }: { readonly newestAt: string; readonly known: Subscription | undefined },
): Subscription {
  const missedAt = known?.cancelledAt ?? null;
  const overAt = missedAt !== null && missedAt > at ? missedAt : newestAt;
  const firstAt = earlier(known?.reports.firstAt ?? at, at);
  return {
    ...report,
    channel,
    reports: { firstAt, lastAt: at, status: report.status, endsAt: report.endsAt },
    cancelledAt: overAt > at ? overAt : null,
  };
}

/**
 * What is left of one that its provider names no more. What was paid for runs to its end, and a trial to its own. Nothing is left
 * of one that was not being paid for, nor of one that another replaced: the provider has given back the rest of it.
 */
function settle(subscription: Subscription, all: readonly Subscription[]): Subscription {
  const { cancelledAt, reports, paidUntil, trialEndsAt } = subscription;
  if (cancelledAt === null) return subscription;
  const state = stateAt(
    { ...subscription, status: reports.status, endsAt: reports.endsAt },
    cancelledAt,
  );
  const isTrial = state === "trial";
  const paidTo = (isTrial ? trialEndsAt : (reports.endsAt ?? paidUntil)) ?? cancelledAt;
  const isReplaced = all.some(
    (other) =>
      other !== subscription &&
      tookOver(other, { firstAt: reports.firstAt, cancelledAt }) &&
      // One that costs nothing until this one's end is chosen after it: its days are kept, not given back.
      (isTrial || other.trialEndsAt === null || other.trialEndsAt < paidTo),
  );
  const keeps = isEntitling(state) && !isReplaced && paidTo > cancelledAt;
  return { ...subscription, status: "cancelled", endsAt: keeps ? paidTo : cancelledAt };
}

/** Whether `other` came after it and was there when it was first missing. */
const tookOver = (
  { reports }: Subscription,
  gone: { readonly firstAt: string; readonly cancelledAt: string },
): boolean =>
  reports.firstAt >= gone.firstAt &&
  reports.firstAt <= gone.cancelledAt &&
  reports.lastAt >= gone.cancelledAt;

/** What usage is charged on now, as text. */
const usageLines = (subscriptions: readonly Subscription[]): string =>
  subscriptions
    .flatMap(({ cancelledAt, usage }) =>
      cancelledAt === null && usage !== null ? `${usage.lineId} ${usage.capUsd}` : [],
    )
    .toSorted()
    .join();

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);
