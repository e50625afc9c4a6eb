import { expect, test } from "vitest";
import { hrefOf, places, screenOf, sectionOf } from "./route.ts";

test("a place is an address on the plugin's own page", () => {
  expect(hrefOf(places.home(), "docket")).toBe("?page=docket");
  expect(hrefOf(places.document("a&b"), "docket")).toBe("?page=docket&screen=documents&id=a%26b");
  expect(hrefOf(places.settings("seller"), "docket")).toBe(
    "?page=docket&screen=settings&section=seller",
  );
  expect(hrefOf(places.plan(), "docket")).toBe("?page=docket&screen=plan");
  const list = new URLSearchParams("page=other&screen=documents&cursor=1&cursor=2");
  expect(hrefOf(list, "docket")).toBe("?page=docket&screen=documents&cursor=1&cursor=2");
});

test("an address of nothing leads to the first screen", () => {
  expect(screenOf(new URLSearchParams("screen=orders"))).toBe("orders");
  expect(screenOf(new URLSearchParams("screen=__proto__"))).toBe("home");
  expect(sectionOf(new URLSearchParams("section=vat"))).toBe("vat");
  expect(sectionOf(new URLSearchParams(""))).toBe("seller");
});
