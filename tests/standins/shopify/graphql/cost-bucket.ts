const MAXIMUM_AVAILABLE = 2_000;
const RESTORE_RATE = 100;

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** The leaky bucket of one app in one shop: 2,000 points that come back at 100 a second. */
export class CostBucket {
  readonly #nowMilliseconds: () => number;
  #available = MAXIMUM_AVAILABLE;
  #asOf: number;

  constructor(nowMilliseconds: () => number) {
    this.#nowMilliseconds = nowMilliseconds;
    this.#asOf = nowMilliseconds();
  }

  /** Takes the points a query asks for. False when they are not there: the query is throttled. */
  take(points: number): boolean {
    this.#refill();
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  /** Returns what a query asked for and did not need. */
  giveBack(points: number): void {
    this.#available = Math.min(MAXIMUM_AVAILABLE, this.#available + points);
  }

  status(): ThrottleStatus {
    this.#refill();
    return {
      maximumAvailable: MAXIMUM_AVAILABLE,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: RESTORE_RATE,
    };
  }

  #refill(): void {
    const now = this.#nowMilliseconds();
    const restored = ((now - this.#asOf) / 1_000) * RESTORE_RATE;
    this.#available = Math.min(MAXIMUM_AVAILABLE, this.#available + Math.max(0, restored));
    this.#asOf = now;
  }
}
