import { expect, it } from "vitest";
import { z } from "zod";
import { adminClient } from "./admin-client.ts";

const schema = z.object({ shop: z.object({ name: z.string() }) });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const answer = { data: { shop: { name: "Atelier" } } };
const throttled = {
  errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
  extensions: {
    cost: { requestedQueryCost: 250, throttleStatus: { currentlyAvailable: 50, restoreRate: 100 } },
  },
};

async function run(answers: (Response | Error)[]) {
  const waits: number[] = [];
  const client = adminClient(
    async () => {
      const next = answers.shift() ?? json({}, 500);
      if (next instanceof Error) throw next;
      return next;
    },
    async (seconds) => void waits.push(seconds),
  );
  return { result: await client.run({ query: "{ shop { name } }", variables: {}, schema }), waits };
}

it("waits until the bucket holds the query's cost, then asks again", async () => {
  const { result, waits } = await run([json(throttled), json(answer)]);
  expect(result).toEqual({ ok: true, value: answer.data });
  expect(waits).toEqual([2]); // (250 − 50) / 100 a second
});

it("lets all requests wait while one is throttled", async () => {
  let release = () => {};
  const answers = [json(throttled), json(answer), json(answer)];
  let asked = 0;
  const client = adminClient(
    async () => {
      asked += 1;
      return answers.shift() ?? json({}, 500);
    },
    () => new Promise((resolve) => (release = resolve)),
  );
  const ask = () => client.run({ query: "{ shop { name } }", variables: {}, schema });
  const first = ask();
  await new Promise((resolve) => setImmediate(resolve));
  const second = ask();
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(1);
  release();
  expect([(await first).ok, (await second).ok]).toEqual([true, true]);
});

it("tries a fault of the network or the server again, then gives up for now", async () => {
  const { result, waits } = await run([
    new Error("ECONNRESET"),
    json({}, 502),
    new Response("<html>"),
  ]);
  expect(result).toMatchObject({ ok: false, problem: { code: "platform-unreachable" } });
  expect(waits).toHaveLength(5);
});

it.each([
  [401, "shop-disconnected"],
  [403, "shop-disconnected"],
])("does not knock again after status %i", async (status, code) => {
  const { result, waits } = await run([json({ errors: "no" }, status)]);
  expect(result).toMatchObject({ ok: false, problem: { code } });
  expect(waits).toEqual([]);
});

it("waits out a fault that Shopify calls its own", async () => {
  const fault = {
    errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }],
  };
  const { result, waits } = await run([json(fault), json(answer)]);
  expect(result.ok).toBe(true);
  expect(waits).toHaveLength(1);
});

const denied = (field: string) => ({
  message: `Access denied for ${field} field.`,
  path: ["order", "lineItems", "nodes", 0, field],
  extensions: { code: "ACCESS_DENIED" },
});

it("does without what an invoice does not need and the shop did not permit", async () => {
  const { result } = await run([json({ ...answer, errors: [denied("variant")] })]);
  expect(result).toEqual({ ok: true, value: answer.data });
});

it("does not do without the customer", async () => {
  const { result } = await run([
    json({ ...answer, errors: [denied("variant"), denied("customer")] }),
  ]);
  expect(result).toMatchObject({
    ok: false,
    problem: { code: "platform-refused", message: "Access denied for customer field." },
  });
});

it("passes on what Shopify says about a query it refuses", async () => {
  const refusal = {
    errors: [{ message: "Access denied for orders field.", extensions: { code: "ACCESS_DENIED" } }],
  };
  const { result } = await run([json(refusal)]);
  expect(result).toMatchObject({
    ok: false,
    problem: { code: "platform-refused", message: "Access denied for orders field." },
  });
});
