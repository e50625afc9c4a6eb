import { expect, it } from "vitest";
import { legalRegistrationOf } from "./legal-registration.ts";

it.each([
  ["BE", "BE0417497106", "", { scheme: "0208", value: "0417497106" }],
  ["BE", "", "0417.497.106", { scheme: "0208", value: "0417497106" }],
  ["NL", "", "7234 5678", { scheme: "0106", value: "72345678" }],
  ["NL", "", "00000001234567890000", { scheme: "0190", value: "00000001234567890000" }],
  ["NL", "", "123", null],
  ["NL", "BE0417497106", "", null],
  ["FR", "FR40303265045", "303 265 045", { scheme: "0002", value: "303265045" }],
  ["FR", "", "732 829 320 00074", { scheme: "0009", value: "73282932000074" }],
  ["FR", "FR40303265045", "", null],
  ["DK", "DK13585628", "", { scheme: "0184", value: "13585628" }],
  ["SE", "", "556188-8404", { scheme: "0007", value: "5561888404" }],
  ["SE", "", "556188-8405", null],
  ["NO", "NO995525828MVA", "", { scheme: "0192", value: "995525828" }],
  ["DE", "", "HRB 12345", { scheme: "", value: "HRB12345" }],
  ["DE", "DE136695976", "", null],
  ["", "", "12345", { scheme: "", value: "12345" }],
])(
  "registers a party in %s with %s %s",
  (countryCode, vatIdentifier, enterpriseNumber, expected) => {
    expect(legalRegistrationOf({ countryCode, vatIdentifier, enterpriseNumber })).toEqual(expected);
  },
);
