import { expect, test } from "vitest";
import { mendUrl } from "./mend-url.ts";

const places = { orderId: "gid://shopify/Order/1001", invoiceId: "d 7" };

test.each([
  [
    { mendAt: "seller", field: "seller.vatIdentifier" },
    "/app/settings/seller#seller.vatIdentifier",
  ],
  [{ mendAt: "seller", field: "vatBreakdown" }, "/app/settings/seller"],
  [{ mendAt: "vat", field: "lines.0.vat" }, "/app/settings/vat"],
  [{ mendAt: "eInvoicing", field: "seller" }, "/app/settings/e-invoicing"],
  [{ mendAt: "payment", field: "payment" }, "/app/settings/payment"],
  [{ mendAt: "order", field: "buyer" }, "shopify:admin/orders/1001"],
  [{ mendAt: "customer", field: "buyer.vatIdentifier" }, "shopify:admin/orders/1001"],
  [{ mendAt: "invoice", field: "precedingInvoice" }, "/app/documents/d%207"],
  [{ mendAt: null, field: "totals" }, null],
] as const)("%j is mended at %s", (finding, url) => {
  expect(mendUrl(finding, places)).toBe(url);
});

test("an invoice made elsewhere cannot be mended here, nor an issued document in its order", () => {
  const nowhere = { orderId: null, invoiceId: null };
  expect(mendUrl({ mendAt: "invoice", field: "precedingInvoice" }, nowhere)).toBeNull();
  expect(mendUrl({ mendAt: "order", field: "buyer" }, nowhere)).toBeNull();
});
