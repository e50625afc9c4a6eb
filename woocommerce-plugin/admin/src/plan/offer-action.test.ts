import { expect, test } from "vitest";
import { planOf, type PlanId } from "#domain/billing";
import type { PlanOffer, PlanView } from "../api/types.ts";
import { offerAction } from "./offer-action.ts";

const offerOf = (planId: PlanId, changes: Partial<PlanOffer> = {}): PlanOffer => ({
  plan: planOf(planId),
  monthlyUsd: "9.00",
  yearlyUsd: "90.00",
  monthly: "choose",
  yearly: "choose",
  ...changes,
});
const present = {
  subscription: null,
  choiceOpensAt: null,
  manageUrl: null,
  canCancel: false,
  request: null,
} satisfies Partial<PlanView>;
const actionOf = (offer: PlanOffer, changes: Partial<PlanView> = {}) =>
  offerAction(offer, "monthly", {
    present: { ...present, ...changes },
    dayOf: (at) => at.slice(0, 10),
  });

test("what can be chosen here has a button; at the marketplace the screen has one for all", () => {
  expect(actionOf(offerOf("starter"))).toEqual({ type: "select" });
  expect(actionOf(offerOf("starter"), { manageUrl: "https://woocommerce.com/" })).toEqual({
    type: "note",
    text: "",
  });
  expect(actionOf(offerOf("starter", { monthly: "current" }))).toEqual({ type: "current" });
});

test("what was asked for says when, and nothing else of the same plan does", () => {
  const request = {
    requestId: "r-1",
    planId: "starter",
    interval: "monthly",
    requestedAt: "2026-11-22T10:00:00.000Z",
  } as const;
  expect(actionOf(offerOf("starter"), { request })).toEqual({
    type: "note",
    text: "Asked for on 2026-11-22",
  });
  expect(actionOf(offerOf("business"), { request })).toEqual({ type: "select" });
  expect(actionOf(offerOf("starter"), { request: { ...request, interval: "yearly" } })).toEqual({
    type: "select",
  });
});

test("what cannot be chosen says from when, or why", () => {
  const later = offerOf("starter", { monthly: "later" });
  const opens = { choiceOpensAt: "2026-12-24T10:00:00.000Z" };
  expect(actionOf(later, opens)).toEqual({
    type: "note",
    text: "You can choose it from 2026-12-24",
  });
  const { choiceOpensAt: _, ...never } = present;
  expect(
    offerAction(later, "monthly", { present: never, dayOf: (at: string) => at }),
  ).toMatchObject({ text: expect.stringContaining("has an end date") });
  const gone = { ...planOf("starter"), isOffered: false };
  expect(actionOf(offerOf("starter", { plan: gone }))).toMatchObject({
    text: "Not offered any more",
  });
});

test("the free plan is the way out where one can end here, and else says nothing", () => {
  expect(actionOf(offerOf("free"), { canCancel: true })).toEqual({ type: "cancel" });
  expect(actionOf(offerOf("free"))).toEqual({ type: "note", text: "" });
});
