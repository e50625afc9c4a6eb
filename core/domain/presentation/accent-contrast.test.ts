import { expect, test } from "vitest";
import { contrastOnWhite } from "./accent.ts";

test.each([
  ["#ffffff", 1],
  ["#000000", 21],
  ["#ffff00", 1.07],
  ["#949494", 3.03],
])("%s stands out %s to 1", (color, contrast) => {
  expect(contrastOnWhite(color)).toBeCloseTo(contrast, 2);
});
