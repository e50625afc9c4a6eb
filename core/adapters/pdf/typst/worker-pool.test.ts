import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { workerPool, type WorkerPool } from "./worker-pool.ts";

const SCRIPT = `
const { parentPort, threadId } = require("node:worker_threads");
parentPort.on("message", (task) => {
  if (task === "crash") throw new Error("boom");
  if (task === "exit") process.exit(3);
  if (task === "hang") for (;;) {}
  parentPort.postMessage(task + " by " + threadId);
});`;

let pool: WorkerPool<string, string> | undefined;
afterEach(() => pool?.close());

const startPool = (size: number, timeoutSeconds = 10) => {
  pool = workerPool<string, string>({
    start: () => new Worker(SCRIPT, { eval: true }),
    size,
    timeoutSeconds,
  });
  return pool;
};

describe("workerPool", () => {
  it("answers every task with no more workers than it may have", async () => {
    const { run } = startPool(2);
    const answers = await Promise.all(["a", "b", "c", "d", "e"].map(run));
    expect(answers.map((answer) => answer.slice(0, 1))).toEqual(["a", "b", "c", "d", "e"]);
    expect(new Set(answers.map((answer) => answer.slice(5))).size).toBe(2);
  });

  it("rejects the task that crashed its worker and goes on with a new one", async () => {
    const { run } = startPool(1);
    const tasks = await Promise.allSettled([run("crash"), run("exit"), run("a")]);
    expect(tasks[0]).toMatchObject({ reason: { message: "the rendering worker crashed: boom" } });
    expect(tasks[1]).toMatchObject({
      reason: { message: "the rendering worker stopped with code 3" },
    });
    expect(tasks[2]).toMatchObject({ status: "fulfilled" });
  });

  it("gives up a task that takes too long", async () => {
    const { run } = startPool(1, 0.5);
    await expect(run("hang")).rejects.toThrow("rendering took longer than 0.5 seconds");
    await expect(run("a")).resolves.toMatch(/^a by/);
  });

  it("takes nothing more once it is closed", async () => {
    const { run, close } = startPool(1);
    const waiting = Promise.allSettled([run("hang"), run("a")]);
    await close();
    expect((await waiting).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(run("b")).rejects.toThrow("the renderer is closed");
  });
});
