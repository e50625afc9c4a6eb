import { expect, test } from "vitest";
import { planOf, type PlanId } from "#domain/billing";
import { offerAction } from "./offer-action.ts";
import type { ShownOffer } from "./plan-view.ts";
import { startText } from "./start-text.ts";

type Present = Parameters<typeof offerAction>[2]["present"];

const dayOf = (instant: string) => instant.slice(0, 10);
const anOffer = (planId: PlanId, monthly: ShownOffer["monthly"]): ShownOffer => ({
  plan: planOf(planId),
  monthlyUsd: "9.00",
  yearlyUsd: "90.00",
  monthly,
  yearly: "choose",
});
const nobody: Present = {
  subscription: null,
  offers: [],
  choiceOpensAt: null,
  manageUrl: null,
  canCancel: false,
};
const endsAt = "2026-12-14T10:00:00.000Z";
// Only its end counts here.
const ending = { endsAt } as NonNullable<Present["subscription"]>;
const actionOf = (offer: ShownOffer, present: Partial<Present> = {}) =>
  offerAction(offer, "monthly", { present: { ...nobody, ...present }, dayOf });
const note = (text: string) => ({ type: "note", text });

test("a plan that can be chosen is selected here, or at Shopify where plans are kept there", () => {
  expect(actionOf(anOffer("starter", "choose"))).toEqual({ type: "select" });
  expect(actionOf(anOffer("starter", "choose"), { manageUrl: "https://x.example" })).toEqual(
    note(""),
  );
});

test("the present plan is marked", () => {
  expect(actionOf(anOffer("starter", "current"))).toEqual({ type: "current" });
  expect(actionOf(anOffer("free", "current"))).toEqual({ type: "current" });
});

test("the free plan is chosen by cancelling, and follows by itself once that is done", () => {
  expect(actionOf(anOffer("free", "choose"), { canCancel: true })).toEqual({ type: "cancel" });
  expect(actionOf(anOffer("free", "choose"), { subscription: ending })).toEqual(
    note("Yours from 2026-12-14"),
  );
  expect(actionOf(anOffer("free", "choose"))).toEqual(note(""));
  const offers = [anOffer("starter", "later")];
  expect(actionOf(anOffer("free", "choose"), { subscription: ending, offers })).toEqual(note(""));
});

test("a plan that cannot be chosen yet says from when", () => {
  const later = anOffer("business", "later");
  expect(actionOf(later, { choiceOpensAt: "2026-12-01T00:00:00.000Z" })).toEqual(
    note("You can choose it from 2026-12-01"),
  );
  expect(actionOf(later, { choiceOpensAt: undefined })).toEqual(
    note("You can choose it once your direct subscription has an end date"),
  );
});

test("a plan that was chosen and waits for the end of another says when it begins", () => {
  expect(actionOf(anOffer("business", "later"), { subscription: ending })).toEqual(
    note("Yours from 2026-12-14"),
  );
});

test("a plan that is not offered any more has no button", () => {
  const offer = anOffer("starter", "later");
  const gone = { ...offer, plan: { ...offer.plan, isOffered: false } };
  expect(actionOf(gone)).toEqual(note("Not offered any more"));
});

test("says when a plan begins to cost", () => {
  const price = "US$9.00 a month";
  const text = (
    trialDays: number,
    subscription: Present["subscription"],
    offers: ShownOffer[] = [],
  ) => startText({ trialDays, subscription, offers, choiceOpensAt: null }, price, dayOf);
  expect(text(14, null)).toBe("14 days free, then US$9.00 a month");
  expect(text(1, null)).toBe("1 day free, then US$9.00 a month");
  expect(text(0, ending)).toBe("Costs nothing until 2026-12-14, then US$9.00 a month");
  expect(text(0, null)).toBe("");
  // Another one that was chosen already takes those days.
  expect(text(0, ending, [anOffer("starter", "later")])).toBe("");
});
