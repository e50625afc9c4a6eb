import { expect, test } from "vitest";
import { changeQuery, currentCursor, nextPage, previousPage } from "./index.ts";

test("a changed filter starts at the first page and leaves out what is empty", () => {
  const query = { view: "drafts", search: "", kind: "invoice" };
  expect(changeQuery(query, { kind: "", search: "Maes" }).toString()).toBe(
    "view=drafts&search=Maes",
  );
});

test("previous leads back the way that next came", () => {
  const first = new URLSearchParams("view=drafts");
  const third = nextPage(nextPage(first, "c1"), "c2");
  expect(currentCursor(third)).toBe("c2");
  expect(previousPage(third).toString()).toBe("view=drafts&cursor=c1");
  expect(previousPage(previousPage(third)).toString()).toBe("view=drafts");
  expect(currentCursor(first)).toBeUndefined();
});
