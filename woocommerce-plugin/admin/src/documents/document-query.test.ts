import { expect, test } from "vitest";
import { filterOf, isNarrowed, readDocumentQuery } from "./document-query.ts";

const read = (search: string) => readDocumentQuery(new URLSearchParams(search));

test("the address says what is listed", () => {
  const query = read(
    "view=issued&search=+Maes+&kind=invoice&paid=no&delivery=none&from=2026-01-01",
  );
  expect(query).toEqual({
    view: "issued",
    search: "Maes",
    kind: "invoice",
    paid: "no",
    delivery: "none",
    from: "2026-01-01",
    to: "",
  });
  expect(filterOf(query)).toEqual({
    search: "Maes",
    kind: "invoice",
    isPaid: "false",
    delivery: "none",
    fromDate: "2026-01-01",
    toDate: "",
    state: "issued",
  });
  expect(isNarrowed(query)).toBe(true);
});

test("wrong values are as good as none", () => {
  const query = read("view=__proto__&kind=bill&paid=perhaps&delivery=lost&from=yesterday&to=1%27");
  expect(query).toEqual(read(""));
  expect(isNarrowed(query)).toBe(false);
});

test("a view about deliveries wins over the filter", () => {
  expect(filterOf(read("view=failed&delivery=sent"))["delivery"]).toBe("failed");
});
