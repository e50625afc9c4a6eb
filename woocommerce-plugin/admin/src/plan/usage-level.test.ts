import { expect, test } from "vitest";
import { usageLevel } from "./usage-level.ts";

test.each([
  [0, 30, 0, "calm"],
  [23, 30, 76, "calm"],
  [24, 30, 80, "near"],
  [29, 30, 96, "near"],
  [30, 30, 100, "full"],
  [34, 30, 113, "full"],
  // A cancelled plan that had more: the month is over-full.
  [200, 30, 666, "full"],
  [0, 0, 100, "full"],
  // 80 % of 3 is 2.4: the third document reaches it, as the mail says too.
  [2, 3, 66, "calm"],
] as const)("%d of %d is %d %%, %s", (issued, included, percent, level) => {
  expect(usageLevel({ issued, included })).toEqual({ percent, level });
});
