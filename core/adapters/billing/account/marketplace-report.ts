import { z } from "zod";
import {
  planOf,
  priceUsd,
  recogniseSubscribedPlan,
  type BillingInterval,
  type ReportedSubscription,
} from "#domain/billing";
import { daysAfter } from "#domain/calendar";
import { failed, fieldOf, inPlainWords, ok, type Problem, type Result } from "#domain/result";

/** In WooCommerce's own words: the plugin passes on what `WC_Helper::get_subscriptions()` knows of this product. */
const rowSchema = z.object({
  /** "" for a copy that was installed without a subscription. */
  product_key: z.string().max(200),
  product_name: z.string().max(200),
  /** Seconds since 1970; 0 for none. */
  expires: z.int().min(0).max(253_402_300_799),
  expired: z.boolean(),
  autorenew: z.boolean(),
});
type Row = z.infer<typeof rowSchema>;

const reportSchema = z.object({
  marketplace: z.literal("woocommerce.com"),
  subscriptions: z.array(rowSchema).max(50),
});

/** An interval, as long as it takes to say when the present one began. */
const DAYS: Readonly<Record<BillingInterval, number>> = { monthly: 30, yearly: 365 };

/** Reads what a plugin posts of the marketplace's subscriptions for Docket. Those that are over are left out. */
export function readMarketplaceReport(
  body: unknown,
): Result<readonly ReportedSubscription[], Problem<"report-unreadable">> {
  const report = reportSchema.safeParse(body, { error: inPlainWords });
  if (!report.success) {
    const [issue] = report.error.issues;
    const where = issue === undefined ? "" : fieldOf(issue);
    const message =
      `The marketplace's report cannot be read: ${where} ${issue?.message ?? ""}`.trim();
    return failed({ code: "report-unreadable", message });
  }
  const rows = report.data.subscriptions.filter(isRunning);
  // Somebody with two seats has the same key twice.
  return ok([...new Map(rows.map((row) => [row.product_key, toReport(row)])).values()]);
}

/** One that has expired and is to be renewed waits for its payment. */
const isRunning = ({ product_key: key, expires, expired, autorenew }: Row): boolean =>
  key !== "" && expires > 0 && (!expired || autorenew);

function toReport({ product_key, product_name, expires, expired, autorenew }: Row) {
  // The marketplace sells years, and names what it sells by the month.
  const interval: BillingInterval = /\bmonth/i.test(product_name) ? "monthly" : "yearly";
  // It tells no price: a plan that its name does not tell is the least of those that are paid for.
  const least = priceUsd(planOf("starter"), interval);
  const planId = recogniseSubscribedPlan({ name: product_name, priceUsd: least, interval });
  const expiresAt = new Date(expires * 1000).toISOString();
  return {
    externalId: product_key,
    planId,
    interval,
    priceUsd: priceUsd(planOf(planId), interval),
    status: expired ? "pastDue" : "active",
    // Only the end is known: the present period's beginning.
    startedAt: daysAfter(expiresAt, -DAYS[interval]),
    trialEndsAt: null,
    paidUntil: expiresAt,
    endsAt: autorenew ? null : expiresAt,
    usage: null,
    isTest: false,
  } satisfies ReportedSubscription;
}
