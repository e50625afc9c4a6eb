import { expect, it } from "vitest";
import { retryAfterSeconds } from "./index.ts";

it("doubles its patience up to six hours, and gives up after about two days", () => {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const wait = retryAfterSeconds(attempts);
    if (wait === null) break;
    waits.push(wait);
  }
  expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
  expect(Math.max(...waits)).toBe(6 * 60 * 60);
  const days = waits.reduce((sum, wait) => sum + wait, 0) / (24 * 60 * 60);
  expect(days).toBeGreaterThan(1.5);
  expect(days).toBeLessThan(3);
});
