import { expect, test } from "vitest";
import { changeOf } from "./save-settings.server.ts";
import { readJson } from "./read-json.server.ts";

const post = (body: string) => new Request("https://docket.test/", { method: "POST", body });

const statusOf = (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown);

const change = changeOf(["seller", "language"]);

test("a form may change its own sections, and each may be left out", async () => {
  const seller = { legalName: "Maes BV" };
  expect(await readJson(post(JSON.stringify({ seller })), change)).toEqual({ seller });
});

test("another section is refused", async () => {
  const refused = readJson(post(JSON.stringify({ journals: [] })), change).catch(statusOf);
  expect(await refused).toBe(400);
});

test("what is not JSON is refused", async () => {
  expect(await readJson(post("seller=Maes"), change).catch(statusOf)).toBe(400);
});
