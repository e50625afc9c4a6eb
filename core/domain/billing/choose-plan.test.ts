import { afterEach, describe, expect, it } from "vitest";
import { daysAfter } from "#domain/calendar";
import {
  choiceOpensAt,
  choosePlan,
  PLANS,
  planInForce,
  reduceBilling,
  trialDaysLeft,
  type BillingAccount,
  type BillingChannel,
  type BillingInterval,
  type PlanChoice,
} from "./index.ts";
import { accountAfter, aReport, aTrial, day, granted, observed } from "./test-support.ts";

const asked = (
  account: BillingAccount,
  days: number,
  {
    planId = "starter",
    interval = "monthly",
    channel = "shopify",
  }: {
    planId?: PlanChoice["planId"];
    interval?: BillingInterval;
    channel?: BillingChannel;
  } = {},
) => {
  const chosen = choosePlan(account, { planId, interval }, { channel, now: day(days) });
  return chosen.ok ? chosen.value.freeDays : chosen.problem.code;
};

describe("a year that is paid for and was cancelled", () => {
  const account = accountAfter(
    observed(0, [aReport({ interval: "yearly", priceUsd: "90.00", paidUntil: day(365) })]),
    observed(65, []),
  );

  it("pays for its own days of the same plan, and by its price for days of a larger one", () => {
    expect(asked(account, 65)).toBe(300);
    expect(asked(account, 65, { planId: "business" })).toBe(93); // 300 × 9 ÷ 29
    expect(asked(account, 340, { planId: "business" })).toBe(8);
  });

  it("pays for the larger plan once", () => {
    const business = aReport({
      externalId: "s-2",
      planId: "business",
      priceUsd: "29.00",
      startedAt: day(65),
      trialEndsAt: day(158),
      paidUntil: day(158),
    });
    const again = [observed(66, [business]), observed(70)].reduce(reduceBilling, account);
    expect(asked(again, 71, { planId: "business" })).toBe(0);
    expect(asked(again, 71)).toBe(294);
  });
});

describe("the trial", () => {
  it("is two weeks for who has never tried", () => {
    expect(asked(accountAfter(), 0)).toBe(14);
  });

  it("goes on where it was after an upgrade, on the same day and later", () => {
    const account = accountAfter(observed(0, [aTrial()]));
    expect(asked(account, 0, { planId: "business" })).toBe(14);
    expect(asked(account, 4, { planId: "business" })).toBe(10);
    expect(asked(account, 14, { planId: "business" })).toBe(0);
  });

  it("goes on where it was when the app is installed again in it", () => {
    const account = accountAfter(observed(0, [aTrial()]), observed(4));
    expect(asked(account, 4)).toBe(10);
    expect(asked(account, 8)).toBe(6);
  });

  it("is over when it ran to its end though it was cancelled on the first day", () => {
    const account = accountAfter(observed(0, [aTrial()]), observed(1));
    expect(planInForce(account, day(13)).plan.planId).toBe("starter");
    expect(asked(account, 14)).toBe(0);
  });

  it("is given back in full where it did not run: it was frozen away", () => {
    const frozen = aTrial({ status: "frozen" });
    const account = accountAfter(observed(0, [aTrial()]), observed(2, [frozen]), observed(4));
    expect(asked(account, 20)).toBe(10);
  });

  it("is whole again for who changes his mind on the same day, however often", () => {
    const times = ["T10:00:00.000Z", "T11:00:00.000Z", "T15:30:00.000Z"];
    const tries = times.map((time, index) => {
      const startedAt = day(0).slice(0, 10) + time;
      const trialEndsAt = day(14).slice(0, 10) + time;
      return aTrial({ externalId: `s-${index}`, startedAt, trialEndsAt });
    });
    const events = tries.map((each) => ({ ...observed(0, [each]), at: each.startedAt }));
    const account = accountAfter(...events);
    expect(trialDaysLeft(account, day(0).slice(0, 10) + "T18:00:00.000Z")).toBe(14);
    expect(trialDaysLeft(account, day(5).slice(0, 10) + "T09:00:00.000Z")).toBe(10);
  });

  it("counts a day once on which two ran", () => {
    const second = aTrial({ externalId: "s-2", startedAt: day(4) });
    const account = accountAfter(observed(0, [aTrial()]), observed(4), observed(5, [second]));
    expect(trialDaysLeft(account, day(8))).toBe(6);
    expect(asked(account, 8, { planId: "business" })).toBe(6);
  });

  it.each([
    ["a subscription without one", observed(0, [aReport()])],
    ["a direct subscription", granted(0, { endsAt: day(10) })],
    [
      "a period that cost nothing because it was paid before",
      observed(0, [aTrial({ trialEndsAt: day(29) })]),
    ],
  ])("is not given after %s", (_, event) => {
    expect(trialDaysLeft(accountAfter(event), day(60))).toBe(0);
  });

  it("is untouched by a provider's free plan", () => {
    const free = aReport({ planId: "free", priceUsd: "0.00", paidUntil: null });
    expect(asked(accountAfter(observed(0, [free])), 5)).toBe(14);
    expect(asked(accountAfter(observed(0, [free])), 5, { channel: "wordpress" })).toBe(14);
  });
});

describe("a direct subscription", () => {
  it("that ends next week is followed by one that costs nothing until then", () => {
    const account = accountAfter(granted(0, { endsAt: day(7) }));
    expect(asked(account, 0)).toBe(7);
    expect(asked(account, 6)).toBe(1);
    // A begun day counts whole: never a charge before the end.
    expect(asked(accountAfter(granted(0, { endsAt: "2026-01-08T10:00:00.001Z" })), 0)).toBe(8);
  });

  it("still costs nothing until then when the choice is changed meanwhile", () => {
    const chosen = aTrial({ trialEndsAt: day(20), paidUntil: day(20) });
    const account = accountAfter(granted(0, { endsAt: day(20) }), observed(1, [chosen]));
    expect(asked(account, 5, { interval: "yearly" })).toBe(15);
  });

  it("is followed from 30 days before its end on", () => {
    const account = accountAfter(granted(0));
    expect(choiceOpensAt(account, "shopify", day(9))).toBe(day(335));
    expect(asked(account, 334)).toBe("still-paid");
    expect(asked(account, 335)).toBe(30);
    expect(choiceOpensAt(account, "shopify", day(335))).toBeNull();
  });

  it("that goes on has to be ended first", () => {
    const account = accountAfter(granted(0, { endsAt: null }));
    expect(asked(account, 5)).toBe("still-paid");
    expect(choiceOpensAt(account, "shopify", day(5))).toBeUndefined();
    expect(choiceOpensAt(account, "direct", day(5))).toBeNull();
  });
});

it("asks all that runs elsewhere, not only the highest plan", () => {
  const account = accountAfter(
    granted(0, { endsAt: day(10) }),
    observed(1, [aReport()], "wordpress"),
  );
  expect(asked(account, 5, { interval: "yearly" })).toBe("still-paid");
  expect(choiceOpensAt(account, "shopify", day(5))).toBeUndefined();
  expect(choiceOpensAt(account, "direct", day(5))).toBeUndefined();
});

describe("leaving and coming back", () => {
  it.each([
    [1, 29, 9], // 29 × 9 ÷ 29
    [5, 25, 8],
    [29, 1, 0],
    [30, 0, 0],
    [90, 0, 0],
  ])(
    "on day %i after an uninstall on the first, %i days are paid for already, or %i of a larger plan",
    (days, free, ofBusiness) => {
      const account = accountAfter(observed(0, [aReport()]), observed(1));
      expect(asked(account, days)).toBe(free);
      expect(asked(account, days, { planId: "business" })).toBe(ofBusiness);
    },
  );

  it("from Shopify to a direct subscription and back leaves no gap and pays no day twice", () => {
    const left = accountAfter(observed(0, [aReport()]), observed(10));
    expect(asked(left, 10, { channel: "direct" })).toBe(20);
    const direct = granted(11, { planId: "starter", endsAt: day(60) });
    const account = accountAfter(observed(0, [aReport()]), observed(10), direct);
    for (const days of [10, 29, 30, 59]) {
      expect(planInForce(account, day(days)).plan.planId).toBe("starter");
    }
    expect(asked(account, 29)).toBe("still-paid");
    expect(asked(account, 40)).toBe(20);
    expect(planInForce(account, day(60)).plan.planId).toBe("free");
  });
});

describe("the present plan", () => {
  it("cannot be chosen twice, another interval and another plan can", () => {
    const account = accountAfter(observed(0, [aReport()]));
    expect(asked(account, 5)).toBe("already-on-plan");
    expect(asked(account, 5, { interval: "yearly" })).toBe(0);
    expect(asked(account, 5, { planId: "business" })).toBe(0);
  });

  it("cannot be chosen twice where an earlier one of it ends", () => {
    const account = accountAfter(
      observed(0, [aReport()]),
      observed(1),
      observed(2, [aTrial({ externalId: "s-2", trialEndsAt: day(30) })]),
    );
    expect(asked(account, 5)).toBe("already-on-plan");
  });

  it("can be chosen again when it ends, and when it is frozen", () => {
    expect(asked(accountAfter(observed(0, [aReport({ endsAt: day(30) })])), 5)).toBe(25);
    expect(asked(accountAfter(observed(0, [aReport({ status: "frozen" })])), 5)).toBe(0);
  });
});

describe("a plan that is offered no more", () => {
  const starter = PLANS.findIndex(({ planId }) => planId === "starter");
  const offered = PLANS[starter];
  const catalogue = PLANS as { [index: number]: (typeof PLANS)[number] };
  afterEach(() => {
    if (offered !== undefined) catalogue[starter] = offered;
  });

  it("cannot be chosen, and whoever has it keeps it", () => {
    if (offered === undefined) throw new Error("there is a plan starter");
    catalogue[starter] = { ...offered, isOffered: false };
    expect(asked(accountAfter(), 5)).toBe("not-offered");
    const account = accountAfter(observed(0, [aReport({ paidUntil: day(60) })]));
    expect(planInForce(account, day(40)).allowance.included).toBe(250);
    expect(asked(account, 40, { planId: "business" })).toBe(0);
  });
});

it("opens the choice exactly when it can be made", () => {
  for (let days = 0; days < 60; days += 1) {
    const account = accountAfter(granted(0, { endsAt: daysAfter(day(0), 50) }));
    const opensAt = choiceOpensAt(account, "shopify", day(days));
    expect(asked(account, days) === "still-paid").toBe(opensAt !== null);
  }
});
