import { expect, it } from "vitest";
import { openDatabase, verifyMerchant } from "#adapters/storage/prisma";
import { diskFiles } from "#adapters/files/disk";
import { installForSeller } from "../standins/install.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { until, useStack } from "./stack-for-tests.ts";

const ORDERS = 200;
const KILL_AFTER = 60;

const running = useStack();

it("loses no order and leaves no gap when the process is killed while 200 orders come in", async () => {
  const { stack, control, dataFolder } = running();
  await installForSeller(stack);

  const database = await openDatabase({ dataFolder, databaseUrl: process.env["DATABASE_URL"] });
  await grantLargestPlan(database);

  const created: string[] = [];
  for (let index = 0; index < ORDERS; index += 1) {
    const order = await control<{ gid: string }>("createOrder", { kind: "plain", paid: true });
    created.push(order.gid);
    if (index === KILL_AFTER) await stack.killDocket();
    if (index === KILL_AFTER + 20) void stack.startDocket();
  }

  try {
    const { prisma } = database;
    const settled = async () => {
      const documents = await prisma.document.count({ where: { state: "issued" } });
      const artefacts = await prisma.artefact.count();
      return documents === ORDERS && artefacts === ORDERS ? documents : undefined;
    };
    await until(settled, { seconds: 150, what: `${ORDERS} documents with their PDF` });

    const documents = await prisma.document.findMany({ where: { state: "issued" } });
    expect(documents.map(({ orderId }) => orderId).toSorted()).toEqual(created.toSorted());
    const [merchantId = ""] = documents.map((document) => document.merchantId);
    const files = diskFiles(`${dataFolder}/files`);
    expect(await verifyMerchant(database, merchantId, (key) => files.read(key))).toEqual([]);
  } finally {
    await database.close();
  }
});
