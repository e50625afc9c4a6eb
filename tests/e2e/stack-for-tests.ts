import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { ACCOUNT, freePorts, startStack, type Stack } from "../standins/stack.ts";

export interface RunningStack {
  readonly stack: Stack;
  readonly dataFolder: string;
  /** Docket itself, without the tunnel between: webhooks go straight to it. */
  readonly directUrl: string;
  /** Where the mailbox takes mails. */
  readonly smtpUrl: string;
  /** Where Docket lies in the stand-in's admin. */
  readonly appPath: string;
  /** A command of the stand-in: `createOrder`, `pay`, `faults`, `webhook` … */
  control<Answer = unknown>(command: string, fields?: object): Promise<Answer>;
  mails(): Promise<readonly ReceivedMail[]>;
}

export interface ReceivedMail {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly replyTo?: readonly { readonly address: string }[];
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly {
    readonly fileName: string;
    readonly generatedFileName: string;
  }[];
}

/**
 * One running product for a file of tests, on free ports, with data of its own. `environment` gives Docket further
 * variables; it is asked when the stack starts, after the hooks that were set before.
 */
export function useStack(
  environment: () => Readonly<Record<string, string>> = () => ({}),
): () => RunningStack {
  let running: RunningStack | undefined;
  beforeAll(async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-e2e-"));
    await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
    const deaths: string[] = [];
    const ports = await freePorts();
    const stack = await startStack({
      dataFolder,
      ports,
      onDeath: (name) => deaths.push(name),
      environment: environment(),
      isQuiet: process.env["E2E_LOUD"] === undefined,
    });
    running = {
      stack,
      dataFolder,
      directUrl: `http://127.0.0.1:${ports.app}`,
      smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
      appPath: `/store/demo/apps/${ACCOUNT.SHOPIFY_API_KEY}/app`,
      control: (command, fields = {}) => control(stack, command, fields),
      mails: async () =>
        (await (await fetch(`${stack.mailboxUrl}/email`)).json()) as ReceivedMail[],
    };
  });
  afterAll(async () => {
    await running?.stack.close();
    if (running) await rm(running.dataFolder, { recursive: true, force: true });
  });
  return () => {
    if (running === undefined) throw new Error("the stack did not start");
    return running;
  };
}

async function control<Answer>(
  { adminUrl }: Stack,
  command: string,
  fields: object,
): Promise<Answer> {
  const response = await fetch(`${adminUrl}/_control/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
  if (!response.ok) throw new Error(`${command}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Asks until the answer is there. The wait is bounded; what was seen last is in the error. */
export async function until<Value>(
  look: () => Promise<Value | undefined>,
  { seconds, what }: { readonly seconds: number; readonly what: string },
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not seen within ${seconds} seconds: ${what}`);
}
