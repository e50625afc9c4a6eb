import type { Charge } from "./billing.ts";
import { numberOf, recurringOf } from "./pricing-of.ts";

/** Where an approval leads: the app's `returnUrl` with `charge_id`, of App Pricing with `plan_handle` too. */
export function returnAddress(charge: Charge): string {
  const address = new URL(charge.returnUrl);
  address.searchParams.set("charge_id", String(numberOf(charge.id)));
  const planHandle = "lineItems" in charge ? recurringOf(charge)?.planHandle : undefined;
  if (planHandle !== undefined && planHandle !== null)
    address.searchParams.set("plan_handle", planHandle);
  return address.href;
}
