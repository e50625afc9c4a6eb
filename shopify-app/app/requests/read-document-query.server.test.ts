import { expect, test } from "vitest";
import { filterOf } from "../components/documents/document-query.ts";
import { readDocumentQuery } from "./read-document-query.server.ts";

const filterFor = (search: string) => filterOf(readDocumentQuery(new URLSearchParams(search)));

test("an address becomes a filter", () => {
  expect(
    filterFor("view=issued&kind=invoice&paid=no&from=2026-11-01&to=2026-11-30&search=+Maes+"),
  ).toEqual({
    state: "issued",
    kind: "invoice",
    isPaid: false,
    fromDate: "2026-11-01",
    toDate: "2026-11-30",
    search: "Maes",
  });
});

test("a wrong value is left out", () => {
  expect(filterFor("view=nothing&kind=poem&paid=maybe&from=2026-02-31&id_token=x")).toEqual({});
});

test("the view of failed deliveries wins over a delivery filter", () => {
  expect(filterFor("view=failed&delivery=sent")).toEqual({ delivery: "failed" });
});
