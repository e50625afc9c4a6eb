import fc from "fast-check";
import { expect, it } from "vitest";
import {
  BILLING_INTERVALS,
  billingAccountSchema,
  planInForce,
  planRank,
  TRIAL_DAYS,
  type PlanChoice,
} from "./index.ts";
import { instantAt, World, type Life } from "./test-world.ts";

const DAY_MINUTES = 1440;

const provider = fc.constantFrom("shopify" as const, "wordpress" as const);
const choice = fc.record({
  planId: fc.constantFrom("starter" as const, "business" as const),
  interval: fc.constantFrom(...BILLING_INTERVALS),
});
const fate = fc.constantFrom("arrives" as const, "arrives" as const, "is late" as const, "is lost" as const);
const kind = (...kinds: readonly Kind[]) => fc.constantFrom(...kinds);
type Kind =
  | "choose" | "pass" | "read" | "again" | "uninstall" | "stopRenewing" | "freeze" | "thaw"
  | "grant" | "end" | "cap" | "wish";

/** `amount`: minutes, or which message. */
const step = fc.record({
  kind: kind(
    "choose", "choose", "choose", "pass", "pass", "pass", "read", "read", "again", "uninstall", "uninstall",
    "stopRenewing", "freeze", "thaw", "thaw", "grant", "end", "cap", "wish",
  ),
  provider,
  choice,
  fate,
  amount: fc.oneof(fc.nat(20 * DAY_MINUTES), fc.nat(60 * DAY_MINUTES), fc.nat(5)),
});
type Step = fc.GetArb<typeof step> extends never ? never : typeof step extends fc.Arbitrary<infer T> ? T : never;

const counts = { chosen: 0, refused: 0, followed: 0, kept: 0 };

it("keeps what is paid for, charges no day twice and gives one trial, whatever happens in whatever order", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const world = new World();
      const free: Life[] = [];
      for (const each of steps) {
        takeStep(world, each);
        keepsWhatIsPaid(world);
      }
      expect(billingAccountSchema.parse(world.account)).toEqual(world.account);
      if (free.length === 0) givesOneTrial(world);
    }),
    { numRuns: 3_000 },
  );
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(300);
}, 60_000);
