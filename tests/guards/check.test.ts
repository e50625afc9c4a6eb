import { expect, it } from "vitest";
import { scriptOf } from "./run-guard.ts";

it("npm run check runs every guard, and stops at the first that says no", () => {
  expect(scriptOf("check").split(" && ")).toEqual([
    "npm run types",
    "npm run lint",
    "npm run layers",
    "npm run dead",
    "npm run format",
    "npm test",
  ]);
});
