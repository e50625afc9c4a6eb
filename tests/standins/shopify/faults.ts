/** What goes wrong next. Each number counts down to zero. */
export interface FaultCounts {
  /** GraphQL requests answered THROTTLED. */
  throttleNext: number;
  /** GraphQL requests answered 503. */
  unavailableNext: number;
  /** Webhooks sent twice. */
  repeatNext: number;
  /** Webhooks never sent. */
  loseNext: number;
  /** orders/create that arrive after what follows them. */
  disorderNext: number;
  /** Webhooks signed with another secret. */
  wrongSecretNext: number;
  /** Webhooks that wait until they are released. */
  holdNext: number;
  /** Approvals of a charge that lead back to the app only when its webhooks have been answered. */
  webhookFirstNext: number;
}

export const FAULT_LABELS: Readonly<Record<keyof FaultCounts, string>> = {
  throttleNext: "Throttle the next API calls",
  unavailableNext: "Answer the next API calls with 503",
  repeatNext: "Send the next webhooks twice",
  loseNext: "Lose the next webhooks",
  disorderNext: "Deliver the next “order created” too late",
  wrongSecretNext: "Sign the next webhooks wrongly",
  holdNext: "Hold the next webhooks back until released",
  webhookFirstNext: "Deliver webhooks before the next return from a charge",
};

export function isFault(text: string): text is keyof FaultCounts {
  return Object.hasOwn(FAULT_LABELS, text);
}

/** Faults on demand. */
export class Faults {
  readonly counts: FaultCounts = {
    throttleNext: 0,
    unavailableNext: 0,
    repeatNext: 0,
    loseNext: 0,
    disorderNext: 0,
    wrongSecretNext: 0,
    holdNext: 0,
    webhookFirstNext: 0,
  };

  /** Sets the given counts and leaves the others. */
  set(counts: { readonly [Fault in keyof FaultCounts]?: number | undefined }): void {
    for (const [fault, count] of Object.entries(counts))
      if (isFault(fault) && count !== undefined) this.counts[fault] = count;
  }

  /** True, and one less left, when this fault is due. */
  use(fault: keyof FaultCounts): boolean {
    if (this.counts[fault] <= 0) return false;
    this.counts[fault] -= 1;
    return true;
  }
}
