import { describe, expect, it } from "vitest";
import { defaultSettings } from "#domain/merchant";
import {
  canonicalJson,
  paymentReference,
  structuredCommunication,
  type Document,
} from "./index.ts";
import { referenceStyleOf } from "./payment-reference.ts";

it.each([
  ["0909337554", "+++090/9337/55493+++"],
  ["0000000097", "+++000/0000/09797+++"], // remainder 0 becomes 97
])("makes the structured communication of %s", (digits, expected) => {
  expect(structuredCommunication(digits)).toBe(expected);
});

describe("a payment reference", () => {
  const document = { number: "2026-0042", orderNumber: "#1007" };

  it("is the same on all documents of an order: its number as a structured communication", () => {
    expect(paymentReference(document, "structured")).toBe("+++000/0001/00737+++");
    expect(paymentReference({ ...document, number: "OC2026-0001" }, "structured")).toBe(
      "+++000/0001/00737+++",
    );
    expect(paymentReference({ ...document, orderNumber: "20261234567890" }, "structured")).toMatch(
      /^\+\+\+123\/4567\/890\d\d\+\+\+$/,
    );
  });

  it("is an RF reference of the order's letters and digits, as banks across Europe read it", () => {
    expect(paymentReference(document, "rf")).toBe("RF721007");
    expect(paymentReference({ ...document, number: "OC2026-0001" }, "rf")).toBe("RF721007");
    expect(paymentReference({ ...document, orderNumber: "B2B/1007" }, "rf")).toBe("RF44B2B1007");
    expect(paymentReference({ ...document, orderNumber: "注文" }, "rf")).toBe("2026-0042");
  });

  it("is the document's number where the merchant wants that, or the order's has no digits", () => {
    expect(paymentReference(document, "number")).toBe("2026-0042");
    expect(paymentReference({ ...document, orderNumber: "FIRST" }, "structured")).toBe("2026-0042");
  });

  it.each([
    ["usual", "BE", "structured"],
    ["usual", "NL", "number"],
    ["rf", "BE", "rf"],
    ["structured", "NL", "structured"],
  ] as const)("of style %s in %s is %s", (reference, countryCode, expected) => {
    const { payment, seller, ...rest } = defaultSettings();
    const address = { ...seller.address, countryCode };
    const settings = {
      payment: { ...payment, reference },
      seller: { ...seller, address },
      ...rest,
    };
    expect(referenceStyleOf(settings)).toBe(expected);
  });
});

it("writes one text for one document, whatever the order of its keys", () => {
  const one = { number: "1", buyer: { name: "Ada", email: "" } } as unknown as Document;
  const other = { buyer: { email: "", name: "Ada" }, number: "1" } as unknown as Document;
  expect(canonicalJson(one)).toBe('{"buyer":{"email":"","name":"Ada"},"number":"1"}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});
