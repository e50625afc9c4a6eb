import type { Worker } from "node:worker_threads";

interface PoolOptions {
  readonly start: () => Worker;
  readonly size: number;
  /** After this long a task is given up and its worker replaced. */
  readonly timeoutSeconds: number;
}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export interface WorkerPool<Task, Answer> {
  /** One answer per task, first come first served. Rejects when the worker fails, dies or takes too long. */
  readonly run: (task: Task) => Promise<Answer>;
  /** Ends the workers; tasks under way are rejected. */
  readonly close: () => Promise<void>;
}

/**
 * Worker threads that take one task at a time, started when first needed and replaced when they die. An idle worker does
 * not keep the program alive.
 */
export function workerPool<Task, Answer>(options: PoolOptions): WorkerPool<Task, Answer> {
  const queue: Job<Task, Answer>[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let isClosed = false;

  const next = () => {
    while (queue.length > 0 && (idle.length > 0 || all.size < options.size)) {
      const worker = idle.pop() ?? hire();
      const job = queue.shift();
      if (job !== undefined) void work(worker, job);
    }
  };

  const hire = (): Worker => {
    const worker = options.start();
    all.add(worker);
    worker.once("exit", () => {
      all.delete(worker);
      const position = idle.indexOf(worker);
      if (position >= 0) idle.splice(position, 1);
      next();
    });
    // An idle worker may fail too; without a listener that would end the program.
    worker.on("error", () => {});
    return worker;
  };

  const work = async (worker: Worker, job: Job<Task, Answer>): Promise<void> => {
    worker.ref();
    try {
      job.resolve(await askOnce<Answer>(worker, job.task, options.timeoutSeconds));
      worker.unref();
      idle.push(worker);
    } catch (error) {
      all.delete(worker);
      void worker.terminate();
      job.reject(error instanceof Error ? error : new Error(String(error)));
    }
    next();
  };

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error("the renderer is closed"));
          return;
        }
        queue.push({ task, resolve, reject });
        next();
      }),
    async close() {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(new Error("the renderer was closed"));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** The worker's answer to one message, or the reason why there is none. */
function askOnce<Answer>(worker: Worker, task: unknown, timeoutSeconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer) => settle(() => resolve(answer));
    const onError = (error: Error) =>
      settle(() => reject(new Error(`the rendering worker crashed: ${error.message}`)));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`the rendering worker stopped with code ${code}`)));
    const timer = setTimeout(
      () => settle(() => reject(new Error(`rendering took longer than ${timeoutSeconds} seconds`))),
      timeoutSeconds * 1000,
    );
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task, []);
  });
}
