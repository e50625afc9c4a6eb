import { isInVies, type VatCheck } from "#domain/party";
import { isAfter } from "./apply-rules.ts";
import type { Clock, MerchantStore, VatChecker } from "./ports.ts";

export interface VatCheckPorts {
  readonly store: Pick<MerchantStore, "findVatCheck" | "saveVatCheck">;
  readonly clock: Clock;
  /** Null where nobody can be asked: without a way out to VIES. */
  readonly vatChecker: VatChecker | null;
}

/** An answer counts for the day on which it was given: proof of Art. 138 is a number that is valid when the goods leave. */
const ANSWER_LASTS_SECONDS = 24 * 60 * 60;

/**
 * What is known of a buyer's VAT number now; null when it has none that VIES knows of. An outage is never an answer: the number is
 * then `unverified`, which the document says, and a job asks again.
 */
export async function checkBuyerVat(
  vatIdentifier: string,
  requester: string,
  ports: VatCheckPorts,
): Promise<VatCheck | null> {
  const { store, vatChecker } = ports;
  if (vatChecker === null || !isInVies(vatIdentifier)) return null;
  const known = await store.findVatCheck(vatIdentifier);
  if (known !== undefined && isFresh(known, ports.clock)) return known;
  return askVatNumber({ vatIdentifier, requester, known }, { ...ports, vatChecker });
}

/** Asks and keeps the answer. What could not be answered is kept once, so that an outage does not fill the evidence. */
export async function askVatNumber(
  {
    vatIdentifier,
    requester,
    known,
  }: {
    readonly vatIdentifier: string;
    readonly requester: string;
    readonly known: VatCheck | undefined;
  },
  { store, clock, vatChecker }: VatCheckPorts & { readonly vatChecker: VatChecker },
): Promise<VatCheck> {
  const answer = await vatChecker.check(vatIdentifier, requester);
  if (answer.ok) {
    await store.saveVatCheck(answer.value);
    return answer.value;
  }
  if (known?.state === "unverified") return known;
  const unverified: VatCheck = {
    vatIdentifier,
    state: "unverified",
    checkedAt: clock.now(),
    consultationNumber: "",
    name: "",
  };
  await store.saveVatCheck(unverified);
  return unverified;
}

/** What nobody answered is left to its job for an hour, so that an outage does not hold up every order of that buyer. */
const OUTAGE_LASTS_SECONDS = 60 * 60;

function isFresh({ state, checkedAt }: VatCheck, clock: Clock): boolean {
  const lasts = state === "unverified" ? OUTAGE_LASTS_SECONDS : ANSWER_LASTS_SECONDS;
  return isAfter(checkedAt, clock.after(-lasts));
}
