import { addDays } from "#domain/calendar";
import type { BillingAccount, BillingChannel, ReportedSubscription } from "./billing-account.ts";
import { emptyAccount } from "./billing-account.ts";
import { choosePlan, type PlanChoice } from "./choose-plan.ts";
import { reduceBilling, type BillingEvent } from "./reduce-billing.ts";

type Provider = Exclude<BillingChannel, "direct">;
type Reading = Extract<BillingEvent, { type: "observed" }>;

const DAY_MINUTES = 1440;

/** Minutes after New Year. */
export function instantAt(minutes: number): string {
  const date = addDays("2026-01-01", Math.floor(minutes / DAY_MINUTES));
  const ofDay = minutes % DAY_MINUTES;
  return `${date}T${padded(Math.floor(ofDay / 60))}:${padded(ofDay % 60)}:00.000Z`;
}

const padded = (value: number): string => String(value).padStart(2, "0");

/** A subscription as it truly is, whatever Docket heard of it. Times in minutes. */
export interface Life {
  readonly channel: BillingChannel;
  readonly id: string;
  readonly choice: PlanChoice;
  readonly startedAt: number;
  readonly trialEndsAt: number | null;
  paidUntil: number;
  endsAt: number | null;
  isFrozen: boolean;
  goneAt: number | null;
  /** Another took its place, and the provider gave back the rest. */
  isReplaced: boolean;
  /** What the newest of the readings that arrived said of it. */
  heard: { at: number; paidUntil: number; isActive: boolean } | null;
  /** The first reading that names it came before one that no longer did. */
  isHeardInTime: boolean;
}

/** Two providers that bill, a merchant, an operator, and messages that come late, twice or never. */
export class World {
  account: BillingAccount = emptyAccount();
  now = 600;
  /** The operator took back what was granted, perhaps after the next one was chosen for its end. */
  isTakenBack = false;
  readonly lives: Life[] = [];
  readonly #held: { readonly reading: Reading; readonly at: number; readonly lives: Heard[] }[] =
    [];
  readonly #newest: Record<Provider, number> = { shopify: 0, wordpress: 0 };

  reduce(event: BillingEvent): void {
    this.account = reduceBilling(this.account, event);
  }

  /** Time passes: periods are renewed, and what is not renewed is over. */
  pass(minutes: number): void {
    this.now += minutes;
    for (const life of this.lives) this.#catchUp(life);
  }

  read(channel: Provider, fate: "arrives" | "is late" | "is lost"): void {
    this.now += 1;
    const live = this.lives.filter((each) => each.channel === channel && each.goneAt === null);
    const reading: Reading = {
      type: "observed",
      channel,
      at: instantAt(this.now),
      subscriptions: live.map(reportOf),
    };
    const lives = live.map((life) => ({
      life,
      paidUntil: life.paidUntil,
      isActive: !life.isFrozen,
    }));
    const message = { reading, at: this.now, lives };
    if (fate !== "is lost") this.#held.push(message);
    if (fate === "arrives") this.#deliver(message);
  }

  /** Something that was held back comes at last, or once more. */
  deliverAgain(which: number): void {
    const message = this.#held[which % Math.max(1, this.#held.length)];
    if (message !== undefined) this.#deliver(message);
  }

  /** Days that cost nothing, or undefined when the choice is refused. A provider is read before it is asked. */
  choose(channel: Provider, choice: PlanChoice): number | undefined {
    this.read("shopify", "arrives");
    this.read("wordpress", "arrives");
    const chosen = choosePlan(this.account, choice, { channel, now: instantAt(this.now) });
    return chosen.ok ? chosen.value.freeDays : undefined;
  }

  approve(channel: Provider, choice: PlanChoice, freeDays: number): void {
    for (const life of this.#live(channel)) {
      life.goneAt = this.now;
      // What is paid and ends runs on: the next one costs nothing until then.
      life.isReplaced = life.endsAt === null || life.endsAt <= (life.trialEndsAt ?? 0);
    }
    const trialEndsAt = freeDays > 0 ? this.now + freeDays * DAY_MINUTES : null;
    const started = { channel, choice, startedAt: this.now, trialEndsAt };
    this.#begin({ ...started, paidUntil: trialEndsAt ?? this.now + periodOf(choice) });
  }

  /** An end is as the operator says; what was granted before under the same name is paid to there. */
  grant(id: string, choice: PlanChoice, endsAt: number): void {
    this.now += 1;
    const { planId, interval } = choice;
    const grant = { externalId: id, planId, interval, priceUsd: "9.00", endsAt: instantAt(endsAt) };
    this.reduce({ type: "granted", at: instantAt(this.now), grant });
    const known = this.lives.findIndex((each) => each.id === id);
    if (known !== -1) {
      this.lives.splice(known, 1);
      this.isTakenBack = true;
    }
    const started = { channel: "direct", choice, startedAt: this.now, trialEndsAt: null } as const;
    const life = this.#begin({ ...started, paidUntil: endsAt }, id);
    life.endsAt = endsAt;
    life.heard = { at: this.now, paidUntil: endsAt, isActive: true };
  }

  end(id: string, endsAt: number): void {
    this.reduce({ type: "ended", externalId: id, endsAt: instantAt(endsAt) });
    const life = this.lives.find((each) => each.id === id && each.channel === "direct");
    if (life === undefined) return;
    this.isTakenBack = true;
    life.endsAt = endsAt;
    life.paidUntil = endsAt;
    life.heard = { at: this.now, paidUntil: endsAt, isActive: true };
    if (endsAt > this.now) life.goneAt = null;
    this.#catchUp(life);
  }

  uninstall(channel: Provider): void {
    for (const life of this.#live(channel)) life.goneAt = this.now;
  }

  /** It is not renewed. */
  stopRenewing(channel: Provider): void {
    for (const life of this.#live(channel)) life.endsAt = life.paidUntil;
  }

  freeze(channel: Provider, isFrozen: boolean): void {
    for (const life of this.#live(channel)) {
      life.isFrozen = isFrozen;
      this.#catchUp(life);
    }
  }

  #live(channel: Provider): Life[] {
    return this.lives.filter((each) => each.channel === channel && each.goneAt === null);
  }

  #begin(
    started: Pick<Life, "channel" | "choice" | "startedAt" | "trialEndsAt" | "paidUntil">,
    id = `s-${this.lives.length}-${started.startedAt}`,
  ): Life {
    const unknown = { endsAt: null, isFrozen: false, goneAt: null, isReplaced: false };
    const life: Life = { ...started, ...unknown, id, heard: null, isHeardInTime: true };
    this.lives.push(life);
    return life;
  }

  #catchUp(life: Life): void {
    while (life.goneAt === null && !life.isFrozen && life.paidUntil <= this.now) {
      if (life.endsAt === null) life.paidUntil += periodOf(life.choice);
      else life.goneAt = life.endsAt;
    }
  }

  #deliver({
    reading,
    at,
    lives,
  }: {
    reading: Reading;
    at: number;
    lives: readonly Heard[];
  }): void {
    this.reduce(reading);
    for (const { life, paidUntil, isActive } of lives) {
      if (life.heard === null && at < this.#newest[reading.channel]) life.isHeardInTime = false;
      if ((life.heard?.at ?? 0) <= at) life.heard = { at, paidUntil, isActive };
    }
    this.#newest[reading.channel] = Math.max(this.#newest[reading.channel], at);
  }
}

interface Heard {
  readonly life: Life;
  readonly paidUntil: number;
  readonly isActive: boolean;
}

const periodOf = ({ interval }: PlanChoice): number =>
  (interval === "yearly" ? 365 : 30) * DAY_MINUTES;

const reportOf = (life: Life): ReportedSubscription => ({
  externalId: life.id,
  planId: life.choice.planId,
  interval: life.choice.interval,
  priceUsd: "9.00",
  status: life.isFrozen ? "frozen" : "active",
  startedAt: instantAt(life.startedAt),
  trialEndsAt: life.trialEndsAt === null ? null : instantAt(life.trialEndsAt),
  paidUntil: instantAt(life.paidUntil),
  endsAt: life.endsAt === null ? null : instantAt(life.endsAt),
  usage: { lineId: `line-of-${life.id}`, capUsd: "25.00" },
  isTest: false,
});
