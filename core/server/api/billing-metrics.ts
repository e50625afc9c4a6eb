import {
  isEntitling,
  monthlyRevenueUsd,
  planInForce,
  type BillingAccount,
  type BillingChannel,
  type SubscriptionState,
} from "#domain/billing";
import { decimal, formatAmount, roundToMoney, sumOf } from "#domain/money";
import type { BillingChange } from "#domain/workflows";

/** One figure by its labels, as Prometheus names them. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly value: string;
  }[];
}

interface BillingFacts {
  readonly merchants: readonly { readonly account: BillingAccount; readonly issued: number }[];
  /** Of the last 30 days. */
  readonly changes: readonly BillingChange[];
  readonly now: string;
}

/** Revenue and churn. A trial and a development shop bring no revenue. */
export function describeBilling({ merchants, changes, now }: BillingFacts): readonly Metric[] {
  const counted = new Map<string, { labels: Record<string, string>; count: number }>();
  for (const { account } of merchants) {
    const { plan, state, subscription } = planInForce(account, now);
    const labels = { plan: plan.planId, state, billed_by: subscription?.channel ?? "nobody" };
    const key = JSON.stringify(labels);
    counted.set(key, { labels, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const revenue = sumOf(merchants.map(({ account }) => decimal(monthlyRevenueUsd(account, now))));
  return [
    {
      name: "docket_merchants",
      help: "Merchants by plan, state of the subscription and who bills it.",
      samples: [...counted.values()].map(({ labels, count }) => ({ labels, value: String(count) })),
    },
    gauge(
      "docket_monthly_revenue_usd",
      "What paid subscriptions bring in a month, in US dollars; a twelfth of the yearly ones.",
      formatAmount(roundToMoney(revenue, "USD")),
    ),
    gauge(
      "docket_direct_requests_open",
      "Merchants who ask for a subscription that Docket bills itself: docket subscription list.",
      String(merchants.filter(({ account }) => account.request !== null).length),
    ),
    gauge(
      "docket_documents_issued_this_month",
      "Documents issued in this calendar month (UTC).",
      String(merchants.reduce((sum, { issued }) => sum + issued, 0)),
    ),
    gauge(
      "docket_subscriptions_started_30d",
      "Merchants who came to a paid plan in the last 30 days.",
      String(
        changes.filter(
          ({ channel, from, to }) => !pays(from.state, channel) && pays(to.state, channel),
        ).length,
      ),
    ),
    gauge(
      "docket_subscriptions_churned_30d",
      "Merchants whose paid plan will not be renewed, since the last 30 days.",
      String(
        changes.filter(
          ({ channel, from, to }) => pays(from.state, channel) && !pays(to.state, channel),
        ).length,
      ),
    ),
  ];
}

const gauge = (name: string, help: string, value: string): Metric => ({
  name,
  help,
  samples: [{ labels: {}, value }],
});

/** Whether the next period will be paid too. A direct subscription has its end from the beginning. */
const pays = (state: SubscriptionState, channel: BillingChannel): boolean =>
  isEntitling(state) && (state !== "ending" || channel === "direct");
