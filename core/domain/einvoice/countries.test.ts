import { expect, it } from "vitest";
import { hasCountryPrefix, listedCountry } from "./countries.ts";

it.each([
  ["BE", "BE"],
  ["XK", "1A"],
  ["TA", "SH"],
  ["ZZ", ""],
  ["", ""],
])("writes the country %s as %s", (code, listed) => {
  expect(listedCountry(code)).toBe(listed);
});

it("takes EL for Greece and refuses a prefix that is no country", () => {
  expect(["EL123456789", "BE0417497106", "QQ123"].map(hasCountryPrefix)).toEqual([
    true,
    true,
    false,
  ]);
});
