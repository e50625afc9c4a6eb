import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startViesStandIn, type ViesStandIn } from "./vies/vies-stand-in.ts";

const READY_SECONDS = 60;
/** Longer than Docket gives the work in hand: what is killed leaves its PostgreSQL behind. */
const STOP_SECONDS = 45;
const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const at = (file: string) => path.join(projectFolder, file);

export const ACCOUNT = {
  SHOPIFY_API_KEY: "demo-key",
  SHOPIFY_API_SECRET: "demo-secret",
  SHOP_SECRETS_KEY: "00".repeat(32),
  SCOPES: "read_orders,read_products,read_customers,read_payment_terms",
};

export interface StackOptions {
  readonly dataFolder: string;
  readonly ports: Ports;
  /** Called when a program stops by itself. */
  readonly onDeath: (name: string) => void;
  /** Further variables for Docket. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly isQuiet?: boolean;
}

export interface Ports {
  readonly admin: number;
  readonly tunnel: number;
  readonly app: number;
  readonly smtp: number;
  readonly mailbox: number;
}

/** Docket as it runs in production, between a stand-in of Shopify and a real mail server with a mailbox to look into. */
export interface Stack {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly mailboxUrl: string;
  /** What plays the tax offices: says which VAT numbers are in use, and which countries answer. */
  readonly vies: ViesStandIn;
  /** Ends Docket as a power cut would. */
  killDocket(): Promise<void>;
  startDocket(): Promise<void>;
  stopMailbox(): Promise<void>;
  startMailbox(): Promise<void>;
  close(): Promise<void>;
}

/** The companies of the stand-in shop whose VAT numbers are in use. */
const BUSINESSES = [
  ["BE0999999922", "Bakkerij Wouters BV"],
  ["FR44732829320", "Galerie Dubois SARL"],
  ["DE136695976", ""],
] as const;

interface Program {
  readonly args: readonly string[];
  /** Answers once the program is up. */
  readonly readyUrl: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const { ports } = options;
  const adminUrl = `http://localhost:${ports.admin}`;
  const appUrl = `http://localhost:${ports.tunnel}`;
  const mailboxUrl = `http://localhost:${ports.mailbox}`;
  const programs = new Map<string, ChildProcess>();
  const expected = new Set<string>();

  async function start(name: string, { args, readyUrl, variables = {} }: Program) {
    expected.delete(name);
    const child = spawn(process.execPath, [...args], {
      cwd: projectFolder,
      env: { ...process.env, ...variables },
      stdio: ["ignore", options.isQuiet === true ? "ignore" : "inherit", "inherit"],
    });
    child.once("exit", () => {
      if (!expected.has(name)) options.onDeath(name);
    });
    programs.set(name, child);
    await untilReady(readyUrl);
  }
  async function stop(name: string, signal: NodeJS.Signals) {
    expected.add(name);
    const child = programs.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_SECONDS * 1000);
    await ended;
    clearTimeout(timer);
  }
  const vies = await startViesStandIn({ port: 0 });
  for (const [vatIdentifier, name] of BUSINESSES) vies.setValid(vatIdentifier, name);
  const startMailbox = () =>
    start("mailbox", { args: mailboxArguments(options), readyUrl: mailboxUrl });
  const startDocket = () =>
    start("Docket", {
      args: docketArguments,
      readyUrl: `http://127.0.0.1:${ports.app}/readyz`,
      variables: { ...docketVariables(options, adminUrl, appUrl), VIES_URL: vies.url },
    });
  const close = async () => {
    await Promise.all([...programs.keys()].map((name) => stop(name, "SIGTERM")));
    await vies.close();
  };
  await Promise.all([
    startMailbox(),
    start("shop", {
      args: [at("tests/standins/shopify/main.ts")],
      readyUrl: adminUrl,
      variables: shopVariables(ports, mailboxUrl),
    }),
    startDocket(),
  ]).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    adminUrl,
    appUrl,
    mailboxUrl,
    vies,
    killDocket: () => stop("Docket", "SIGKILL"),
    startDocket,
    stopMailbox: () => stop("mailbox", "SIGKILL"),
    startMailbox,
    close,
  };
}

/** The preload sends what Shopify's libraries fetch to the stand-in: no line of the product knows of it. */
const docketArguments = [
  "--import",
  at("tests/standins/shopify/register.mjs"),
  at("shopify-app/server.ts"),
];

const docketVariables = (
  { ports, dataFolder, environment }: StackOptions,
  adminUrl: string,
  appUrl: string,
) => ({
  ...ACCOUNT,
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  PORT: String(ports.app),
  DATA_FOLDER: dataFolder,
  SHOPIFY_APP_URL: appUrl,
  SHOPIFY_STANDIN_URL: adminUrl,
  APP_BRIDGE_URL: `${adminUrl}/app-bridge.js`,
  SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
  MAIL_FROM: "documents@docket.example",
  ...environment,
});

const shopVariables = (ports: Ports, mailboxUrl: string) => ({
  ...ACCOUNT,
  STANDIN_ADMIN_PORT: String(ports.admin),
  STANDIN_PROXY_PORT: String(ports.tunnel),
  STANDIN_APP_PORT: String(ports.app),
  MAILBOX_URL: mailboxUrl,
});

const mailboxArguments = ({ ports: { smtp, mailbox }, dataFolder }: StackOptions): string[] => [
  at("node_modules/maildev/bin/maildev"),
  "--ip",
  "127.0.0.1",
  "--smtp",
  String(smtp),
  "--web",
  String(mailbox),
  "--mail-directory",
  path.join(dataFolder, "mailbox"),
  "--silent",
];

async function untilReady(url: string): Promise<void> {
  const until = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < until) {
    const isUp = await fetch(url, { redirect: "manual" }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${READY_SECONDS} seconds`);
}

/** Ports that nobody listens on now. */
export async function freePorts(): Promise<Ports> {
  const [admin = 0, tunnel = 0, app = 0, smtp = 0, mailbox = 0] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  );
  return { admin, tunnel, app, smtp, mailbox };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
