import fc from "fast-check";
import { expect, it } from "vitest";
import {
  accountStateAt,
  billingAccountSchema,
  BILLING_INTERVALS,
  emptyAccount,
  extraPriceUsd,
  hasRoom,
  percentsPassed,
  planInForce,
  reduceBilling,
  WARNED_PERCENTS,
  type Allowance,
  type BillingAccount,
  type BillingEvent,
  type ReportedSubscription,
} from "./index.ts";
import { aReport, day } from "./test-support.ts";

/** Any events whatever, in any order, at days that may repeat. */
const days = fc.integer({ min: 0, max: 80 });
const channel = fc.constantFrom("shopify" as const, "wordpress" as const);
const planId = fc.constantFrom("starter" as const, "business" as const);
const interval = fc.constantFrom(...BILLING_INTERVALS);
const orNever = (instant: fc.Arbitrary<number>) => fc.option(instant.map(day), { nil: null });
const amount = fc.constantFrom("0.00", "0.07", "1.00", "25.00");

const report: fc.Arbitrary<ReportedSubscription> = fc.record({
  externalId: fc.constantFrom("a", "b", "c"),
  planId: fc.constantFrom("free" as const, "starter" as const, "business" as const),
  interval,
  priceUsd: fc.constant("9.00"),
  status: fc.constantFrom(
    "active" as const,
    "active" as const,
    "pastDue" as const,
    "frozen" as const,
  ),
  startedAt: days.map(day),
  trialEndsAt: orNever(days),
  paidUntil: orNever(days),
  endsAt: fc.option(days.map(day), { nil: null, freq: 4 }),
  usage: fc.option(fc.record({ lineId: fc.constantFrom("l-1", "l-2"), capUsd: amount }), {
    nil: null,
  }),
  isTest: fc.boolean(),
});
const reports = fc.uniqueArray(report, { maxLength: 3, selector: ({ externalId }) => externalId });

const reading = fc.record({
  type: fc.constant("observed" as const),
  channel,
  at: days.map(day),
  subscriptions: reports,
});
const event: fc.Arbitrary<BillingEvent> = fc.oneof(
  { weight: 5, arbitrary: reading },
  fc.record({
    type: fc.constant("granted" as const),
    at: days.map(day),
    grant: fc.record({
      externalId: fc.constantFrom("d-1", "d-2"),
      planId,
      interval,
      priceUsd: fc.constant("90.00"),
      endsAt: orNever(days),
    }),
  }),
  fc.record({
    type: fc.constant("ended" as const),
    externalId: fc.constantFrom("a", "d-1", "d-2"),
    endsAt: days.map(day),
  }),
  fc.record({
    type: fc.constant("directRequested" as const),
    request: fc.option(
      fc.record({ requestId: fc.constant("r"), planId, interval, requestedAt: days.map(day) }),
      { nil: null },
    ),
  }),
  fc.record({
    type: fc.constant("capSet" as const),
    usageCapUsd: fc.option(amount, { nil: null }),
  }),
  fc.record({ type: fc.constant("usageStopped" as const), until: days.map(day) }),
);

/** As a database may give it back: other keys first. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, child]) => [key, turned(child)]),
  );
};

it("takes every event once, and any account can be stored and read", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), days, (events, now) => {
      let account = emptyAccount();
      for (const each of events) {
        account = reduceBilling(account, each);
        expect(reduceBilling(account, each)).toBe(account);
        const stored = billingAccountSchema.parse(turned(account));
        expect(stored).toEqual(account);
        expect(reduceBilling(stored, each)).toBe(stored);
      }
      const inForce = planInForce(account, day(now));
      expect(inForce.subscription === undefined).toBe(inForce.plan.planId === "free");
      expect(inForce.state).toBe(accountStateAt(account, day(now)));
      expect(inForce.allowance.extra?.count ?? 1).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

/** What one provider truly had: each subscription was named in the readings from one to another, and never again after. */
const lives = fc.array(
  fc.record({
    from: fc.nat(6),
    length: fc.integer({ min: 1, max: 4 }),
    news: fc.array(report, { minLength: 7, maxLength: 7 }),
  }),
  { minLength: 1, maxLength: 3 },
);
const COUNT = 8;
type Lives = typeof lives extends fc.Arbitrary<infer T> ? T : never;

const readingsOf = (all: Lives) =>
  Array.from({ length: COUNT }, (_, index) => ({
    type: "observed" as const,
    channel: "shopify" as const,
    at: day(index * 5),
    subscriptions: all.flatMap(({ from, length, news }, which) => {
      const found = index >= from && index < from + length ? news[index - from] : undefined;
      return found === undefined
        ? []
        : [{ ...found, externalId: `s-${which}`, startedAt: day(from) }];
    }),
  }));

/** Whether each subscription was first heard of before a reading that no longer named it. */
const isKnownBeforeItIsMissed = (arrived: ReturnType<typeof readingsOf>): boolean =>
  arrived.every(({ at, subscriptions }, index) =>
    subscriptions.every(
      ({ externalId }) =>
        !arrived.slice(0, index).some((earlier) => earlier.at > at) ||
        arrived
          .slice(0, index)
          .some((earlier) => earlier.subscriptions.some((each) => each.externalId === externalId)),
    ),
  );

/** Which subscriptions there were and what was last said of them: all but when each was first missing. */
const knowledge = ({ subscriptions }: BillingAccount) =>
  subscriptions.map((each) =>
    each.cancelledAt === null ? each : { ...each, cancelledAt: "later", endsAt: "later" },
  );

it("knows the same in the end, in whatever order the readings of a channel come, some lost, some twice", () => {
  let same = 0;
  let late = 0;
  fc.assert(
    fc.property(
      lives,
      fc.shuffledSubarray([...Array(COUNT - 1).keys()]),
      fc.array(fc.nat(COUNT - 1), { maxLength: 3 }),
      fc.nat(COUNT),
      (all, order, again, place) => {
        const readings = readingsOf(all);
        const indexes = [...order.slice(0, place), COUNT - 1, ...order.slice(place)];
        const arrived = [...indexes, ...again.filter((index) => indexes.includes(index))].flatMap(
          (index) => readings[index] ?? [],
        );
        const inOrder = readings.filter((each) => arrived.includes(each));
        const truth = inOrder.reduce(reduceBilling, emptyAccount());
        const account = arrived.reduce(reduceBilling, emptyAccount());
        expect(knowledge(account)).toEqual(knowledge(truth));
        expect(account.observedAt).toEqual(truth.observedAt);
        if (!isKnownBeforeItIsMissed(arrived)) {
          late += 1;
          return;
        }
        same += 1;
        expect(account.subscriptions).toEqual(truth.subscriptions);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(same).toBeGreaterThan(300);
  expect(late).toBeGreaterThan(300);
});

it("keeps what a single subscription paid for, in whatever order its readings come", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
      fc.integer({ min: 1, max: 6 }),
      (order, gone) => {
        const readings = order.map((index): BillingEvent => ({
          type: "observed",
          channel: "shopify",
          at: day(index * 10),
          subscriptions: index < gone ? [aReport({ paidUntil: day(index * 10 + 30) })] : [],
        }));
        const account = readings.reduce(reduceBilling, emptyAccount());
        const named = order.filter((index) => index < gone);
        if (named.length === 0) return;
        const lastPaidDay = Math.max(...named) * 10 + 29;
        expect(planInForce(account, day(lastPaidDay)).plan.planId).toBe("starter");
      },
    ),
    { numRuns: 500 },
  );
});

it("never issues above included and extra, whatever becomes of the plan meanwhile", () => {
  const allowance: fc.Arbitrary<Allowance> = fc.record({
    included: fc.constantFrom(30, 250),
    extra: fc.option(
      fc.record({ count: fc.integer({ min: 1, max: 40 }), priceUsd: fc.constant("0.08") }),
      { nil: null },
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(allowance, fc.nat(400)), { maxLength: 6 }), (steps) => {
      let issued = 0;
      for (const [allowed, wanted] of steps) {
        const before = issued;
        let charged = 0;
        for (let index = 0; index < wanted && hasRoom(allowed, issued); index += 1) {
          if (extraPriceUsd(allowed, issued) !== null) charged += 1;
          issued += 1;
        }
        const most = allowed.included + (allowed.extra?.count ?? 0);
        expect(issued).toBeLessThanOrEqual(Math.max(before, most));
        expect(charged).toBe(Math.max(0, issued - Math.max(before, allowed.included)));
      }
    }),
    { numRuns: 300 },
  );
});

it("warns at each share once, however the month is counted up", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000 }),
      fc.array(fc.nat(900), { maxLength: 20 }),
      (included, steps) => {
        const passed: number[] = [];
        let issued = 0;
        for (const step of steps) {
          const after = issued + step;
          passed.push(...percentsPassed({ included, extra: null }, { before: issued, after }));
          issued = after;
        }
        expect(passed).toEqual(
          WARNED_PERCENTS.filter((percent) => issued * 100 >= included * percent),
        );
      },
    ),
    { numRuns: 500 },
  );
});
