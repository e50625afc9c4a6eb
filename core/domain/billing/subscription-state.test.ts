import { expect, it } from "vitest";
import { accountStateAt, isEntitling, stateAt, type SubscriptionState } from "./index.ts";
import { accountAfter, aReport, aTrial, day, granted, observed } from "./test-support.ts";
import type { BillingEvent } from "./index.ts";

const MILLISECOND_BEFORE = (instant: string) => instant.replace("10:00:00.000", "09:59:59.999");

/** What was reported at day 1, and the state at the days after. */
it.each<[string, ReturnType<typeof aReport>, readonly (readonly [string, SubscriptionState])[]]>([
  [
    "a trial that is paid for afterwards",
    aTrial(),
    [
      [day(1), "trial"],
      [MILLISECOND_BEFORE(day(14)), "trial"],
      [day(14), "active"],
      [MILLISECOND_BEFORE(day(17)), "active"],
      [day(17), "pastDue"],
      [MILLISECOND_BEFORE(day(28)), "pastDue"],
      [day(28), "cancelled"],
    ],
  ],
  [
    "one that is not renewed and of which nothing more is heard",
    aReport(),
    [
      [day(30), "active"],
      [MILLISECOND_BEFORE(day(33)), "active"],
      [day(33), "pastDue"],
      [day(44), "cancelled"],
    ],
  ],
  [
    "one of which nobody says how long it is paid",
    aReport({ paidUntil: null }),
    [[day(900), "active"]],
  ],
  [
    "one that waits for its money",
    aReport({ status: "pastDue" }),
    [
      [day(1), "pastDue"],
      [day(30), "pastDue"],
      [day(44), "cancelled"],
    ],
  ],
  [
    "a frozen one",
    aReport({ status: "frozen" }),
    [
      [day(1), "frozen"],
      [day(900), "frozen"],
    ],
  ],
  ["a frozen trial", aTrial({ status: "frozen" }), [[day(1), "frozen"]]],
  [
    "one that ends",
    aReport({ endsAt: day(30) }),
    [
      [day(1), "ending"],
      [MILLISECOND_BEFORE(day(30)), "ending"],
      [day(30), "cancelled"],
    ],
  ],
  [
    "a frozen one that ends",
    aReport({ status: "frozen", endsAt: day(30) }),
    [
      [day(29), "frozen"],
      [day(30), "cancelled"],
    ],
  ],
])("%s", (_, report, states) => {
  const [subscription] = accountAfter(observed(1, [report])).subscriptions;
  if (subscription === undefined) throw new Error("it is in the account");
  for (const [at, state] of states) expect([at, stateAt(subscription, at)]).toEqual([at, state]);
});

/** From each state to each other that an event can lead to: what is read at day 5, and the state then and at day 40. */
const frozen = aReport({ status: "frozen" });
const pastDue = aReport({ status: "pastDue", paidUntil: day(3) });
const active = aReport();
const ending = aReport({ endsAt: day(30) });
const renewed = aReport({ paidUntil: day(60) });

it.each<
  [
    string,
    readonly BillingEvent[],
    ReturnType<typeof aReport> | null,
    SubscriptionState,
    SubscriptionState,
  ]
>([
  ["none → trial", [], aTrial(), "trial", "cancelled"],
  ["none → active", [], renewed, "active", "active"],
  ["none → pastDue", [], pastDue, "pastDue", "cancelled"],
  ["none → frozen", [], frozen, "frozen", "frozen"],
  ["none → ending", [], ending, "ending", "cancelled"],
  ["none → none", [], null, "none", "none"],
  ["trial → active", [observed(1, [aTrial()])], renewed, "active", "active"],
  ["trial → pastDue", [observed(1, [aTrial()])], pastDue, "pastDue", "cancelled"],
  ["trial → frozen", [observed(1, [aTrial()])], aTrial({ status: "frozen" }), "frozen", "frozen"],
  ["trial → ending", [observed(1, [aTrial()])], null, "ending", "cancelled"],
  ["active → trial", [observed(1, [active])], aTrial(), "trial", "cancelled"],
  ["active → active", [observed(1, [active])], renewed, "active", "active"],
  ["active → pastDue", [observed(1, [active])], pastDue, "pastDue", "cancelled"],
  ["active → frozen", [observed(1, [active])], frozen, "frozen", "frozen"],
  ["active → ending", [observed(1, [active])], ending, "ending", "cancelled"],
  ["active → ending, uninstalled", [observed(1, [active])], null, "ending", "cancelled"],
  ["pastDue → active", [observed(1, [pastDue])], renewed, "active", "active"],
  ["pastDue → frozen", [observed(1, [pastDue])], frozen, "frozen", "frozen"],
  ["pastDue → ending", [observed(1, [pastDue])], ending, "ending", "cancelled"],
  ["pastDue → cancelled", [observed(1, [pastDue])], null, "cancelled", "cancelled"],
  ["frozen → active", [observed(1, [frozen])], renewed, "active", "active"],
  ["frozen → trial", [observed(1, [frozen])], aTrial(), "trial", "cancelled"],
  ["frozen → pastDue", [observed(1, [frozen])], pastDue, "pastDue", "cancelled"],
  ["frozen → ending", [observed(1, [frozen])], ending, "ending", "cancelled"],
  ["frozen → cancelled", [observed(1, [frozen])], null, "cancelled", "cancelled"],
  ["ending → active", [observed(1, [ending])], renewed, "active", "active"],
  ["ending → frozen", [observed(1, [ending])], frozen, "frozen", "frozen"],
  ["ending → ending", [observed(1, [ending])], null, "ending", "cancelled"],
  ["ending → pastDue", [observed(1, [ending])], pastDue, "pastDue", "cancelled"],
  ["cancelled → active", [observed(1, [frozen]), observed(2)], renewed, "active", "active"],
  ["cancelled → trial", [observed(1, [frozen]), observed(2)], aTrial(), "trial", "cancelled"],
  ["cancelled → frozen", [observed(1, [frozen]), observed(2)], frozen, "frozen", "frozen"],
  ["cancelled → pastDue", [observed(1, [frozen]), observed(2)], pastDue, "pastDue", "cancelled"],
  ["cancelled → ending", [observed(1, [frozen]), observed(2)], ending, "ending", "cancelled"],
  ["cancelled → cancelled", [observed(1, [frozen]), observed(2)], null, "cancelled", "cancelled"],
])("%s", (_, before, report, then, later) => {
  const account = accountAfter(...before, observed(5, report === null ? [] : [report]));
  expect(accountStateAt(account, day(5))).toBe(then);
  expect(accountStateAt(account, day(44))).toBe(later);
});

it.each([
  ["none", false],
  ["trial", true],
  ["active", true],
  ["pastDue", true],
  ["frozen", false],
  ["ending", true],
  ["cancelled", false],
] as const)("%s entitles: %s", (state, expected) => {
  expect(isEntitling(state)).toBe(expected);
});

it("shows what can still come back before what is over", () => {
  const account = accountAfter(
    observed(1, [aReport({ status: "frozen" })]),
    observed(2, [aReport({ externalId: "w-1", startedAt: day(2), endsAt: day(3) })], "wordpress"),
  );
  expect(accountStateAt(account, day(2))).toBe("ending");
  expect(accountStateAt(account, day(4))).toBe("frozen");
});

it("is ending for a direct subscription with an end, and active for one without", () => {
  expect(accountStateAt(accountAfter(granted(0, { endsAt: day(7) })), day(6))).toBe("ending");
  expect(accountStateAt(accountAfter(granted(0, { endsAt: day(7) })), day(7))).toBe("cancelled");
  expect(accountStateAt(accountAfter(granted(0, { endsAt: null })), day(900))).toBe("active");
});
