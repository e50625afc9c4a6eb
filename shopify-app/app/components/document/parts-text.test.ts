import { expect, test } from "vitest";
import { partsText } from "./parts-text.ts";

test("a long order names its first parts and counts the others", () => {
  expect(partsText(["Cup", "Shipping"])).toBe("Cup, Shipping");
  expect(partsText(["a", "b", "c", "d", "e"])).toBe("a, b, c, d, e");
  expect(partsText(["a", "b", "c", "d", "e", "f"])).toBe("a, b, c, d and 2 others");
});
