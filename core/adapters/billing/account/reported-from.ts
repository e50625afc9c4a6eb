import {
  reportedSubscriptionSchema,
  stateAt,
  type BillingAccount,
  type BillingChannel,
  type ReportedSubscription,
} from "#domain/billing";

/** Without what Docket keeps of a subscription for itself. */
const reportSchema = reportedSubscriptionSchema.strip();

/** What a channel's subscriptions are as the account keeps them, without those that are over. `now` is an ISO instant. */
export const reportedFrom = (
  { subscriptions }: BillingAccount,
  { channel, now }: { readonly channel: BillingChannel; readonly now: string },
): readonly ReportedSubscription[] =>
  subscriptions
    .filter((each) => each.channel === channel && each.status !== "cancelled")
    .filter((each) => stateAt(each, now) !== "cancelled")
    .map((each) => reportSchema.parse(each));
