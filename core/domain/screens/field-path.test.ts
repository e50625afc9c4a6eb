import { expect, test } from "vitest";
import { readPath, writePath } from "./index.ts";

const tree = { seller: { address: { city: "Gent" } }, journals: [{ name: "A" }, { name: "B" }] };

test("a value is read and written by its path, through lists too", () => {
  expect(readPath(tree, "seller.address.city")).toBe("Gent");
  expect(readPath(tree, "seller.nothing.here")).toBeUndefined();
  expect(writePath(tree, "journals.1.name", "C").journals).toEqual([{ name: "A" }, { name: "C" }]);
});

test("the original stays as it was, and what did not change is shared", () => {
  const changed = writePath(tree, "seller.address.city", "Brugge");
  expect(tree.seller.address.city).toBe("Gent");
  expect(changed.journals).toBe(tree.journals);
});
