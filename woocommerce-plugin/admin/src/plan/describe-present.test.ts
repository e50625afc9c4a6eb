import { expect, test } from "vitest";
import type { Subscription } from "#domain/billing";
import type { PlanView } from "../api/types.ts";
import { describePresent } from "./describe-present.ts";

const writing = { money: (amount: string) => `$${amount}`, day: (at: string) => at.slice(0, 10) };
const subscription: Subscription = {
  externalId: "s-1",
  planId: "starter",
  interval: "yearly",
  priceUsd: "90.00",
  startedAt: "2026-01-01T10:00:00.000Z",
  trialEndsAt: null,
  paidUntil: "2027-01-01T10:00:00.000Z",
  endsAt: null,
  usage: null,
  isTest: false,
  channel: "wordpress",
  status: "active",
  reports: {
    firstAt: "2026-01-01T10:00:00.000Z",
    lastAt: "2026-01-01T10:00:00.000Z",
    status: "active",
    endsAt: null,
  },
  cancelledAt: null,
};
const described = (
  state: PlanView["state"],
  changes: Partial<Subscription> | null = {},
  planName = "Starter",
) =>
  describePresent(
    {
      planName,
      state,
      subscription: changes && { ...subscription, ...changes },
      offers: [],
      choiceOpensAt: null,
    },
    writing,
  );

test("the free plan is no state that needs a badge", () => {
  expect(described("none", null, "Free")).toEqual({
    badge: null,
    text: "No subscription and no bill. You can stay as long as you like.",
    biller: "",
  });
  expect(described("cancelled", null, "Free").text).toContain("Your documents are all here.");
});

test("the marketplace's price is the marketplace's to tell; Docket's own is told", () => {
  expect(described("active")).toEqual({
    badge: { tone: "success", label: "Active" },
    text: "Paid until 2027-01-01, then renewed.",
    biller: "Billed by the marketplace where you bought the plugin.",
  });
  expect(described("active", { channel: "direct" })).toMatchObject({
    text: "$90.00 a year. Paid until 2027-01-01, then renewed.",
    biller: expect.stringMatching(/^Your direct Docket subscription\. It goes on/),
  });
});

test("what ends, what is late and what is stopped says until when and what to do", () => {
  const endsAt = "2026-12-24T10:00:00.000Z";
  expect(described("ending", { channel: "direct", endsAt })).toEqual({
    badge: { tone: "warning", label: "Ends on 2026-12-24" },
    text: "After that you are on Free, unless you choose a plan below. Nothing is deleted.",
    biller: "Your direct Docket subscription until 2026-12-24. It ends by itself, without a bill.",
  });
  expect(described("pastDue").text).toBe(
    "The marketplace has not been paid yet. You keep Starter meanwhile: renew it there.",
  );
  expect(described("pastDue", { channel: "direct" }).text).toBe(
    "The last payment has not arrived. You keep Starter meanwhile.",
  );
  expect(described("frozen", null, "Free")).toMatchObject({
    badge: { tone: "error", label: "Stopped" },
    text: "Your paid plan is stopped because a bill is open. Until it is paid you are on Free.",
  });
  expect(described("trial", { trialEndsAt: endsAt, channel: "direct" }).text).toBe(
    "Free until 2026-12-24, then $90.00 a year. Cancel before, and it costs nothing.",
  );
});
