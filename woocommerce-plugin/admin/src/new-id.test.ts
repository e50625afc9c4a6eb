import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "./new-id.ts";

test("an id is a UUID of version 4, and no other one", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids.filter((id) => !z.uuidv4().safeParse(id).success)).toEqual([]);
  expect(new Set(ids).size).toBe(1000);
});
