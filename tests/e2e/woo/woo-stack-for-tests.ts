import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import { freePorts } from "../../standins/stack.ts";
import { restOf } from "../../standins/woo-shop.ts";
import { startWooStack, type WooStack, type WooStackOptions } from "../../standins/woo-stack.ts";
import { until, type ReceivedMail } from "../stack-for-tests.ts";

const documentsSchema = z.record(
  z.string(),
  z.array(
    z.object({
      documentId: z.string(),
      kind: z.string(),
      part: z.string(),
      state: z.string(),
      number: z.string(),
      total: z.string(),
      delivery: z.string().nullable(),
      sentAt: z.string().nullable(),
    }),
  ),
);
type OrderDocument = z.infer<typeof documentsSchema>[string][number];

export interface RunningShop {
  readonly stack: WooStack;
  readonly dataFolder: string;
  readonly url: string;
  mails(): Promise<readonly ReceivedMail[]>;
  documentsOf(orderId: number): Promise<readonly OrderDocument[]>;
  /** Runs what is due in the shop and waits for the order's issued document, and, where one is sent, for its mail. */
  untilIssued(orderId: number, kind?: string): Promise<OrderDocument>;
}

/** One shop with Docket beside it for a file of tests, gone afterwards. Its log must be empty then. */
export function useWooStack(
  wish: Pick<WooStackOptions, "plugin" | "site" | "environment"> = {},
): () => RunningShop {
  let running: RunningShop | undefined;
  beforeAll(async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-woo-"));
    await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
    const stack = await startWooStack({
      ...wish,
      dataFolder,
      ports: await freePorts(),
      onDeath: (name) => console.error(`The ${name} stopped.`),
      isQuiet: process.env["E2E_LOUD"] === undefined,
    });
    running = runningShop(stack, dataFolder);
  });
  afterAll(async () => {
    if (running === undefined) return;
    const log = complaints(await running.stack.site.readLog());
    await running.stack.close();
    await rm(running.dataFolder, { recursive: true, force: true });
    expect(log, "what PHP complained about").toEqual([]);
  });
  return () => {
    if (running === undefined) throw new Error("the shop did not start");
    return running;
  };
}

/** But for WordPress's own that nobody answers it: the rig has no way out. */
const complaints = (log: string): readonly string[] =>
  log.split("\n").filter((line) => line !== "" && !line.includes("connection to WordPress.org."));

function runningShop(stack: WooStack, dataFolder: string): RunningShop {
  const { site } = stack;
  const documentsOf = async (orderId: number) => {
    const wish = { orderIds: [String(orderId)] };
    const answer = await restOf(site)("POST", "docket/v1/service/orders/documents", wish);
    return documentsSchema.parse(answer)[String(orderId)] ?? [];
  };
  return {
    stack,
    dataFolder,
    url: site.url,
    mails: async () => (await (await fetch(`${stack.mailboxUrl}/email`)).json()) as ReceivedMail[],
    documentsOf,
    async untilIssued(orderId, kind = "invoice") {
      await site.runActions();
      const look = async () =>
        (await documentsOf(orderId)).find(
          (found) =>
            found.kind === kind && found.state === "issued" && found.delivery !== "waiting",
        );
      return until(look, { seconds: 30, what: `${kind} of order ${orderId}` });
    },
  };
}
