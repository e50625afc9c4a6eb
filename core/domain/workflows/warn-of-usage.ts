import { composeUsageMail, type MailTransport } from "#domain/delivery";
import type { BillingStore, UsageWarning } from "./billing-ports.ts";
import { loadPlan } from "./merchant-plan.ts";
import type { Clock, MerchantStore } from "./ports.ts";

export interface WarningPorts {
  readonly billing: BillingStore;
  readonly store: Pick<MerchantStore, "loadSettings">;
  readonly mail: MailTransport;
  readonly clock: Pick<Clock, "now">;
  /** Where the merchant chooses a plan. */
  readonly planUrl: string;
}

/** Mails a warning once. Throws while the mail server does not take it, so that its job comes back. */
export async function warnOfUsage(warning: UsageWarning, ports: WarningPorts): Promise<void> {
  const { billing, store, mail, planUrl } = ports;
  if (!(await billing.needsWarning(warning))) return;
  const { plan, allowance } = await loadPlan(ports);
  const { seller, sending, language } = await store.loadSettings();
  const to = seller.email || sending.replyTo;
  // Of another plan by now there is another warning. Who gave no address reads it in the admin.
  if (to !== "" && allowance.included === warning.included) {
    const { period } = warning;
    const issued = await billing.countIssued(period);
    const merchantName = seller.legalName;
    const { attachmentNames: _none, ...composed } = composeUsageMail({
      to,
      language,
      merchantName,
      plan,
      allowance,
      issued,
      period,
      planUrl,
    });
    const deliveryId = `usage-${billing.merchantId}-${period}-${warning.percent}-${warning.included}`;
    const sent = await mail.send({ ...composed, deliveryId, attachments: [] });
    if (!sent.ok && sent.problem.code !== "mail-rejected-recipient") {
      throw new Error(sent.problem.message);
    }
  }
  await billing.markWarned(warning);
}
