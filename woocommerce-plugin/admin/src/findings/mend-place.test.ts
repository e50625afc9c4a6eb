import { expect, test } from "vitest";
import { mendPlace } from "./mend-place.ts";

const order = { orderId: "118", invoiceId: "inv" };

test("what the seller must mend leads to its field", () => {
  expect(mendPlace({ mendAt: "seller", field: "seller.vatIdentifier" }, order)).toEqual({
    kind: "place",
    to: { screen: "settings", section: "seller", field: "seller.vatIdentifier" },
  });
  expect(mendPlace({ mendAt: "eInvoicing", field: "x" }, order)).toMatchObject({
    to: { section: "eInvoicing" },
  });
});

test("what stands on the order leads to WooCommerce", () => {
  expect(mendPlace({ mendAt: "order", field: "lines[0]" }, order)).toEqual({
    kind: "order",
    orderId: "118",
  });
});

test("an invoice made elsewhere, the order of an issued document, and what nobody can mend lead nowhere", () => {
  const nowhere = { orderId: null, invoiceId: null };
  expect(mendPlace({ mendAt: "invoice", field: "" }, nowhere)).toBeNull();
  expect(mendPlace({ mendAt: "order", field: "buyer" }, nowhere)).toBeNull();
  expect(mendPlace({ mendAt: null, field: "" }, order)).toBeNull();
});
