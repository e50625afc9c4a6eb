import { it } from "vitest";
import { testDatabase } from "/work/main/tests/support/database.ts";
import { anOrder, call, connectRuled, settled, startService, tell } from "/work/main/core/server/api/test-support.ts";
const database = await testDatabase();
const service = await startService(database, {JOBS: "on"});
it("lists", async () => {
  const shop = await connectRuled(service);
  await tell(shop, "order.updated", anOrder(1, {date_created_gmt: "2020-01-01T00:00:00"}));
  await settled(database, shop);
  await database.pool.query(`INSERT INTO "Order" ("id","merchantId","shopId","orderId","orderNumber","currency","total","buyerEmail","snapshot","placedAt","orderUpdatedAt","readAt")
   SELECT gen_random_uuid(), "merchantId","shopId", (g+10)::text, 'WEB-'||g, "currency","total", 'c'||g||'@example.com', jsonb_set("snapshot", '{buyer,name}', to_jsonb('Customer '||md5(g::text))), "placedAt" + g * interval '1 minute', "orderUpdatedAt"+ g * interval '1 minute', "readAt" FROM "Order", generate_series(1, 100000) g WHERE "shopId" = $1`, [shop.shopId]);
  await database.pool.query("ANALYZE");
  const time = async (name: string, path: string) => {
    const times: number[] = [];
    for (let i = 0; i < 20; i++) { const t = performance.now(); const a = await call(shop, `GET ${path}`); if (a.status !== 200) throw new Error(a.text); times.push(performance.now() - t); }
    times.sort((a, b) => a - b);
    console.log(name, "median", times[10]?.toFixed(0), "p95", times[18]?.toFixed(0));
  };
  await time("orders", "/orders");
  await time("search rare", "/orders?search=WEB-54321");
  await time("search name", "/orders?search=customer%20ab12");
  await time("search common", "/orders?search=customer");
  await time("search none", "/orders?search=nobody");
  await time("search short", "/orders?search=w");
  await time("home", "/home");
  const orders = Array.from({ length: 500 }, (_, i) => ({ orderId: String(5000 + i), updatedAt: "2026-01-01T00:00:00Z" }));
  const t = performance.now(); const u = await call(shop, "POST /events/unseen", { body: { orders } }); console.log("unseen 500", (performance.now() - t).toFixed(0), u.body.orderIds.length);
}, 300_000);
it("2000 events at once", async () => {
  const shop = await connectRuled(service);
  const t = performance.now();
  const times: number[] = [];
  const ids = Array.from({ length: 2000 }, (_, i) => i + 1);
  const one = async (id: number) => { const s = performance.now(); const a = await tell(shop, "order.paid", anOrder(id)); if (a.status !== 200) throw new Error(a.text); times.push(performance.now() - s); };
  const queue = [...ids];
  await Promise.all(Array.from({ length: 50 }, async () => { for (;;) { const id = queue.shift(); if (id === undefined) return; await one(id); } }));
  times.sort((a, b) => a - b);
  console.log("told", (performance.now() - t).toFixed(0), "ms; median", times[1000]?.toFixed(0), "p99", times[1980]?.toFixed(0));
  await settled(database, shop);
  console.log("settled", (performance.now() - t).toFixed(0));
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n, max(sequence) AS m, count(DISTINCT "orderId")::int AS o FROM "Document" WHERE "shopId"=$1 AND kind='invoice' AND state='issued'`, [shop.shopId]);
  console.log(rows);
  const { rows: ev } = await database.pool.query(`SELECT state, count(*)::int FROM "InboundEvent" WHERE "shopId"=$1 GROUP BY 1`, [shop.shopId]);
  console.log(ev);
}, 900_000);
