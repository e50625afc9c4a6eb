import fc from "fast-check";
import { expect, it } from "vitest";
import {
  BILLING_INTERVALS,
  billingAccountSchema,
  planInForce,
  planRank,
  TRIAL_DAYS,
  type BillingChannel,
} from "./index.ts";
import { instantAt, World, type Life } from "./test-world.ts";

const DAY_MINUTES = 1440;

const KINDS = [
  "choose",
  "pass",
  "read",
  "again",
  "uninstall",
  "stopRenewing",
  "freeze",
  "thaw",
  "grant",
  "end",
  "other",
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly provider: "shopify" | "wordpress";
  readonly choice: Life["choice"];
  /** Whether the reading after it arrives. */
  readonly fate: "arrives" | "is late" | "is lost";
  /** Minutes, or which message. */
  readonly amount: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS, "choose", "choose", "pass", "pass", "uninstall", "thaw"),
  provider: fc.constantFrom("shopify", "wordpress"),
  choice: fc.record({
    planId: fc.constantFrom("starter", "business"),
    interval: fc.constantFrom(...BILLING_INTERVALS),
  }),
  fate: fc.constantFrom("arrives", "arrives", "is late", "is lost"),
  amount: fc.oneof(fc.nat(20 * DAY_MINUTES), fc.nat(60 * DAY_MINUTES), fc.nat(5)),
});

const counts = { chosen: 0, refused: 0, followed: 0, kept: 0, trials: 0 };

it("keeps what is paid for, charges no day twice and gives one trial, whatever happens in whatever order", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30, size: "max" }), (steps) => {
      const world = new World();
      for (const each of steps) {
        takeStep(world, each);
        checkWhatIsPaid(world);
      }
      expect(billingAccountSchema.parse(world.account)).toEqual(world.account);
      checkTrial(world);
    }),
    { numRuns: 2_000 },
  );
  for (const [name, count] of Object.entries(counts)) {
    expect([name, count > 150]).toEqual([name, true]);
  }
}, 60_000);

function takeStep(world: World, { kind, provider, choice, fate, amount }: Step): void {
  switch (kind) {
    case "choose":
      choose(world, { provider, choice });
      break;
    case "pass":
      return world.pass(amount);
    case "read":
      break;
    case "again":
      return world.deliverAgain(amount);
    case "uninstall":
      world.uninstall(provider);
      break;
    case "stopRenewing":
      world.stopRenewing(provider);
      break;
    case "freeze":
      world.freeze(provider, true);
      break;
    case "thaw":
      world.freeze(provider, false);
      break;
    case "grant":
      return world.grant(`d-${amount % 2}`, choice, world.now + amount);
    case "end":
      return world.end(`d-${amount % 2}`, world.now + amount);
    case "other":
      world.reduce({ type: "capSet", usageCapUsd: "5.00" });
      world.reduce({ type: "usageStopped", until: instantAt(world.now + amount) });
      return world.reduce({ type: "directRequested", request: null });
  }
  world.read(provider, fate);
}

function choose(world: World, { provider, choice }: Pick<Step, "provider" | "choice">): void {
  if (world.lives.some((life) => paysForMore(life, { provider, choice }, world.now))) return;
  const freeDays = world.choose(provider, choice);
  if (freeDays === undefined) {
    counts.refused += 1;
    return;
  }
  counts.chosen += 1;
  const firstChargeAt = world.now + freeDays * DAY_MINUTES;
  for (const life of world.lives) {
    if (!isKnownToRun(life, world.now)) continue;
    if (life.goneAt === null && life.endsAt === null) {
      // It goes on: its provider replaces it, and no other could be chosen beside it.
      expect(life.channel).toBe<BillingChannel>(provider);
    } else if (isPaid(life)) {
      counts.followed += 1;
      expect(firstChargeAt).toBeGreaterThanOrEqual(life.heard?.paidUntil ?? 0);
    }
  }
  world.approve(provider, choice, freeDays);
}

/** Days of a plan that ends count by their price towards a higher one: that has examples of its own. */
const paysForMore = (
  life: Life,
  { provider, choice }: Pick<Step, "provider" | "choice">,
  now: number,
): boolean =>
  life.channel === provider &&
  planRank(choice.planId) > planRank(life.choice.planId) &&
  (life.goneAt !== null || life.endsAt !== null) &&
  now < life.paidUntil;

/** What Docket can know: a reading told of it, and not only after a newer one that no longer did. A frozen one gives nothing. */
const isKnownToRun = ({ heard, isHeardInTime, isFrozen, isReplaced }: Life, now: number): boolean =>
  heard !== null &&
  heard.isActive &&
  isHeardInTime &&
  !isFrozen &&
  !isReplaced &&
  now < heard.paidUntil;

/** Beyond its trial. */
const isPaid = ({ heard, trialEndsAt }: Life): boolean =>
  trialEndsAt === null || (heard?.paidUntil ?? 0) > trialEndsAt;

function checkWhatIsPaid({ account, lives, now }: World): void {
  const inForce = planRank(planInForce(account, instantAt(now)).plan.planId);
  for (const life of lives) {
    if (!isKnownToRun(life, now)) continue;
    counts.kept += 1;
    expect(inForce).toBeGreaterThanOrEqual(planRank(life.choice.planId));
  }
}

/** What costs nothing and is not paid otherwise: two weeks, and of each paid period the day in which it ends. */
function checkTrial({ lives, now, isTakenBack }: World): void {
  const isAllKnown = lives.every(({ heard, isHeardInTime }) => heard !== null && isHeardInTime);
  // Days of one that went while it was frozen count as paid for where nobody had heard of that yet.
  const isFrozenAway = lives.some(({ isFrozen, goneAt }) => isFrozen && goneAt !== null);
  if (!isAllKnown || isTakenBack || isFrozenAway) return;
  const stop = ({ isReplaced, isFrozen, goneAt }: Life) =>
    isReplaced || isFrozen ? (goneAt ?? now) : now;
  const free = lives.flatMap((life) =>
    life.trialEndsAt === null
      ? []
      : { from: life.startedAt, to: Math.min(stop(life), life.trialEndsAt) },
  );
  const paid = lives
    .map((life) => ({
      from: life.trialEndsAt ?? life.startedAt,
      to: Math.min(stop(life), life.paidUntil),
    }))
    .filter(({ from, to }) => to > from);
  const isIn = (at: number) => (period: Period) => period.from <= at && at < period.to;
  const bounds = [...free, ...paid].flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b);
  const unpaid = bounds.reduce((sum, from, index) => {
    const isUnpaid = free.some(isIn(from)) && !paid.some(isIn(from));
    return isUnpaid ? sum + (bounds[index + 1] ?? from) - from : sum;
  }, 0);
  if (free.length > 1) counts.trials += 1;
  // A day that has begun is given again, once in all.
  expect(unpaid).toBeLessThan((TRIAL_DAYS + 1 + paid.length) * DAY_MINUTES);
}

interface Period {
  readonly from: number;
  readonly to: number;
}
