import { describe, expect, it } from "vitest";
import { billingAccountSchema, planInForce, reduceBilling, type BillingEvent } from "./index.ts";
import { accountAfter, aReport, aTrial, day, granted, observed } from "./test-support.ts";

const business = (given: Parameters<typeof aReport>[0] = {}) =>
  aReport({
    externalId: "s-2",
    planId: "business",
    priceUsd: "29.00",
    startedAt: day(5),
    ...given,
  });

const planAt = (days: number, ...events: readonly BillingEvent[]) =>
  planInForce(accountAfter(...events), day(days)).plan.planId;

const endOf = (externalId: string, ...events: readonly BillingEvent[]) =>
  accountAfter(...events).subscriptions.find((each) => each.externalId === externalId)?.endsAt;

describe("what a provider names no more", () => {
  it.each([
    ["keeps what was paid for", aReport(), 5, day(30)],
    ["keeps its trial", aTrial(), 5, day(14)],
    [
      "keeps its trial only, though the provider counts a paid month with it",
      aTrial({ paidUntil: day(44) }),
      5,
      day(14),
    ],
    ["keeps the paid month after its trial", aTrial({ paidUntil: day(44) }), 15, day(44)],
    ["ends when it was said to", aReport({ endsAt: day(20) }), 5, day(20)],
    [
      "keeps what is paid until later though the next payment failed",
      aReport({ status: "pastDue" }),
      5,
      day(30),
    ],
    [
      "ends at once when nothing was paid",
      aReport({ status: "pastDue", paidUntil: day(3) }),
      5,
      day(5),
    ],
    ["ends at once when it was frozen", aReport({ status: "frozen" }), 5, day(5)],
    ["ends at once when nobody said how long it was paid", aReport({ paidUntil: null }), 5, day(5)],
    ["ends at once when its time was over", aReport(), 50, day(50)],
  ])("%s", (_, report, at, end) => {
    expect(endOf("s-1", observed(1, [report]), observed(at))).toBe(end);
    // And another empty reading leaves it so.
    expect(endOf("s-1", observed(1, [report]), observed(at), observed(at + 1))).toBe(end);
  });

  it("is over where another took its place, which pays for the rest of it", () => {
    expect(endOf("s-1", observed(1, [aReport()]), observed(5, [business()]))).toBe(day(5));
    expect(planAt(5, observed(1, [aReport()]), observed(5, [business()]))).toBe("business");
  });

  it("is over where a lower plan took its place at once", () => {
    const events = [observed(1, [business()]), observed(5, [aReport()])];
    expect(planAt(5, ...events)).toBe("starter");
  });

  it("runs on while the next one waits for approval, and after it too", () => {
    const gone = [observed(1, [aReport()]), observed(5)];
    expect(planAt(6, ...gone)).toBe("starter");
    expect(planAt(6, ...gone, observed(6, [business()]))).toBe("business");
  });

  it("runs on beside a new one that costs nothing until its end: the uninstall between was not heard of", () => {
    const after = aReport({ externalId: "s-3", trialEndsAt: day(30), paidUntil: day(30) });
    const events = [observed(1, [business()]), observed(6, [after])];
    expect(planAt(29, ...events)).toBe("business");
    expect(endOf("s-2", ...events)).toBe(day(30));
  });

  it("runs on where an older one beside it goes on", () => {
    const events = [
      observed(1, [aReport()]),
      observed(5, [aReport(), business()]),
      observed(6, [aReport()]),
    ];
    expect(planAt(29, ...events)).toBe("business");
    expect(planAt(30, ...events)).toBe("starter");
  });

  it("runs on where what was to follow it went with it", () => {
    const both = [business(), aReport({ externalId: "s-3", startedAt: day(6) })];
    const events = [observed(5, [business()]), observed(6, both), observed(7)];
    expect(planAt(29, ...events)).toBe("business");
  });

  it("is not brought to its end by another channel", () => {
    const events = [observed(1, [aReport()]), observed(5, [business()], "wordpress"), observed(5)];
    expect(endOf("s-1", ...events)).toBe(day(30));
  });

  it("comes back when its provider names it again", () => {
    const account = accountAfter(observed(1, [aReport()]), observed(5), observed(6, [aReport()]));
    expect(account.subscriptions).toMatchObject([
      { status: "active", endsAt: null, cancelledAt: null },
    ]);
  });
});

it("lets a downgrade wait for the end of the period, whether its provider names it before or not", () => {
  const next = aReport({ externalId: "s-3", startedAt: day(10), paidUntil: null });
  for (const meanwhile of [[business()], [business(), next]]) {
    const before = [observed(5, [business()]), observed(10, meanwhile)];
    expect(planAt(29, ...before)).toBe("business");
    const after = observed(30, [{ ...next, paidUntil: day(60) }]);
    expect(planAt(31, ...before, after)).toBe("starter");
  }
});

it("gives a thawed subscription back, and a frozen one nothing", () => {
  const frozen = [observed(1, [aReport()]), observed(5, [aReport({ status: "frozen" })])];
  expect(planAt(6, ...frozen)).toBe("free");
  expect(planAt(7, ...frozen, observed(7, [aReport()]))).toBe("starter");
});

describe("news that comes late", () => {
  it("changes nothing of what is over or newer", () => {
    const account = accountAfter(observed(1, [aReport()]), observed(5, [business()]));
    expect(reduceBilling(account, observed(1, [aReport()]))).toBe(account);
    expect(reduceBilling(account, observed(3, [aReport({ status: "frozen" })]))).not.toBe(account);
    expect(planInForce(account, day(5)).plan.planId).toBe("business");
  });

  it("tells of a paid subscription of which nobody knew", () => {
    const account = accountAfter(observed(5), observed(1, [aReport()]));
    expect(account.subscriptions).toMatchObject([{ status: "cancelled", endsAt: day(30) }]);
    expect(account.observedAt.shopify).toBe(day(5));
    expect(planInForce(account, day(29)).plan.planId).toBe("starter");
  });

  it("tells of a renewal before the end", () => {
    const renewal = observed(31, [aReport({ paidUntil: day(60) })]);
    const known = [observed(1, [aReport()]), observed(32)];
    expect(planAt(40, ...known)).toBe("free");
    expect(planAt(40, ...known, renewal)).toBe("starter");
    expect(accountAfter(...known, renewal)).toEqual(
      accountAfter(observed(1, [aReport()]), renewal, observed(32)),
    );
  });

  it("does not thaw what was frozen after it", () => {
    const known = [observed(3, [aReport({ status: "frozen" })]), observed(5)];
    expect(planAt(6, ...known, observed(1, [aReport()]))).toBe("free");
  });

  it("tells that it ended before another began, so nothing was given back", () => {
    const after = [observed(1, [business()]), observed(6, [aReport()])];
    expect(planAt(7, ...after)).toBe("starter");
    expect(planAt(7, ...after, observed(5))).toBe("business");
  });
});

describe("a direct subscription", () => {
  it("is granted, prolonged and ended by the operator", () => {
    expect(planAt(364, granted(0))).toBe("business");
    expect(planAt(365, granted(0))).toBe("free");
    expect(planAt(700, granted(0), granted(9, { endsAt: day(730) }))).toBe("business");
    expect(accountAfter(granted(0), granted(9)).subscriptions).toMatchObject([
      { startedAt: day(0) },
    ]);
    const ended = { type: "ended", externalId: "d-1", endsAt: day(20) } as const;
    expect(planAt(19, granted(0), ended)).toBe("business");
    expect(planAt(20, granted(0), ended)).toBe("free");
  });

  it("runs to an end that is later than what was granted", () => {
    const later = { type: "ended", externalId: "d-1", endsAt: day(100) } as const;
    expect(planAt(99, granted(0, { endsAt: day(10) }), later)).toBe("business");
  });

  it("is left alone by an end for another, by readings and by a grant that is not the newest", () => {
    const account = accountAfter(granted(9, { endsAt: day(20) }));
    const end = { type: "ended", externalId: "d-2", endsAt: day(10) } as const;
    expect(reduceBilling(account, end)).toBe(account);
    expect(reduceBilling(account, granted(8))).toBe(account);
    expect(reduceBilling(account, granted(9, { endsAt: day(20) }))).toBe(account);
    expect(planInForce(reduceBilling(account, observed(10)), day(10)).plan.planId).toBe("business");
  });

  it("stays ended when the same grant comes again", () => {
    const end = { type: "ended", externalId: "d-1", endsAt: day(10) } as const;
    const account = accountAfter(granted(0), end);
    expect(reduceBilling(account, granted(0))).toBe(account);
  });

  it("keeps its name apart from a provider's", () => {
    const account = accountAfter(granted(0, { externalId: "s-1" }), observed(1, [aReport()]));
    expect(account.subscriptions).toHaveLength(2);
  });
});

describe("a wish for a direct subscription", () => {
  const wish = (days: number): BillingEvent => ({
    type: "directRequested",
    request: { requestId: "r", planId: "starter", interval: "yearly", requestedAt: day(days) },
  });

  it("waits until it is granted or taken back", () => {
    expect(accountAfter(wish(1)).request?.requestId).toBe("r");
    expect(accountAfter(wish(1), { type: "directRequested", request: null }).request).toBeNull();
    expect(accountAfter(wish(1), granted(2)).request).toBeNull();
  });

  it("outlives a grant that is older than itself", () => {
    expect(accountAfter(granted(1), wish(2), granted(1)).request).not.toBeNull();
    expect(accountAfter(wish(2), granted(1)).request).not.toBeNull();
  });
});

it("stops usage until the latest of what it was told", () => {
  const account = accountAfter({ type: "usageStopped", until: day(9) });
  expect(reduceBilling(account, { type: "usageStopped", until: day(3) })).toBe(account);
  expect(reduceBilling(account, { type: "usageStopped", until: day(9) })).toBe(account);
});

it.each<BillingEvent>([
  observed(2, [aReport(), business()]),
  observed(2),
  granted(2),
  { type: "ended", externalId: "d-0", endsAt: day(3) },
  { type: "directRequested", request: null },
  { type: "capSet", usageCapUsd: "10.00" },
  { type: "usageStopped", until: day(9) },
])("gives the same object back when it comes twice, from a database too: $type", (event) => {
  const once = accountAfter(observed(1, [aTrial()]), granted(0, { externalId: "d-0" }), event);
  expect(reduceBilling(once, event)).toBe(once);
  const stored = billingAccountSchema.parse(once);
  expect(reduceBilling(stored, event)).toBe(stored);
});

it("keeps subscriptions oldest first", () => {
  const account = accountAfter(
    observed(6, [business()]),
    granted(3),
    observed(1, [aReport()], "wordpress"),
  );
  expect(account.subscriptions.map(({ externalId }) => externalId)).toEqual(["s-1", "d-1", "s-2"]);
});
