import { askVatNumber } from "#domain/workflows";
import type { JobHandlers } from "./job-context.ts";

/** Asks again about a number that nobody could answer for. While the outage lasts, the queue comes back. */
export const checkVatNumber: JobHandlers["check-vat-number"] = async (
  { merchantId, vatIdentifier },
  context,
) => {
  const { vatChecker, ...ports } = context.merchantPorts(merchantId);
  if (vatChecker === null) return;
  const known = await ports.store.findVatCheck(vatIdentifier);
  if (known?.state !== "unverified") return;
  const { seller } = await ports.store.loadSettings();
  const requester = seller.vatIdentifier;
  const asked = { vatIdentifier, requester, known };
  const { state } = await askVatNumber(asked, { ...ports, vatChecker });
  if (state === "unverified") throw new Error(`nobody answers for VAT number ${vatIdentifier} yet`);
};
