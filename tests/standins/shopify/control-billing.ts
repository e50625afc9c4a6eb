import { findCharge } from "./billing/billing.ts";
import { numberOf } from "./billing/pricing-of.ts";
import { returnAddress } from "./billing/return-address.ts";
import type { Standin } from "./contract.ts";
import * as input from "./control-input.ts";
import type { Command } from "./control-input.ts";
import { instant } from "./options.ts";
import type { ShopState } from "./shop-state.ts";

/** What merchants, time and Shopify do to a subscription. Each answers with the shop's subscriptions afterwards. */
export function billingCommands(standin: Standin): Record<string, Command> {
  const { billing, appPricing } = standin;
  const done = (shop: ShopState) => {
    billing.catchUp(shop);
    return { subscriptions: shop.subscriptions, credits: shop.credits };
  };
  return {
    /** The shop does not pay: subscriptions freeze, and the Admin API answers 402 unless `api` is "open". */
    freeze: (shop, fields) => {
      shop.isClosed = input.freezeSchema.parse(fields).api === "closed";
      billing.setFrozen(shop, true);
      return done(shop);
    },
    unfreeze: (shop) => {
      shop.isClosed = false;
      billing.setFrozen(shop, false);
      return done(shop);
    },
    /** Pending ones expire, trials end, periods are renewed, deferred ones take over. */
    ageSubscriptions: (shop, fields) => {
      billing.age(shop, input.ageSchema.parse(fields).days);
      return done(shop);
    },
    /** Of the active subscription, unless one is named. */
    periodEnd: (shop, fields) => {
      const { at, subscription } = input.periodEndSchema.parse(fields);
      const wanted =
        subscription === undefined
          ? shop.subscriptions.find(({ status }) => status === "ACTIVE")
          : findCharge(shop, subscription);
      if (wanted === undefined || !("lineItems" in wanted)) throw new Error("no such subscription");
      wanted.periodEnd = instant(new Date(at));
      return done(shop);
    },
    /** The merchant's click without a browser. `returnUrl` is where the merchant would go. */
    answerCharge: (shop, fields) => {
      const { charge: reference, answer } = input.chargeSchema.parse(fields);
      const charge = findCharge(shop, reference);
      if (charge === undefined) throw new Error(`no charge ${reference}`);
      const outcome = billing.answer(shop, charge, answer === "approve");
      const returnUrl = outcome === "approved" ? returnAddress(charge) : null;
      return { outcome, returnUrl, chargeId: numberOf(charge.id) };
    },
    /** Plans of Shopify App Pricing for the app as a whole; none opens the Billing API again. */
    appPricing: (_shop, fields) => {
      appPricing.plans = input.appPricingSchema.parse(fields).plans;
      return appPricing;
    },
    /** How the API shows a subscription that is approved and waits for the end of the present period. */
    deferred: (_shop, fields) => {
      billing.deferredAs = input.deferredSchema.parse(fields).as;
    },
  };
}
