import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { diskFiles } from "#adapters/files/disk";
import { smtpTransport } from "#adapters/mail/smtp";
import { typstRenderer } from "#adapters/pdf/typst";
import { adminClient, offlineGraphql, type AdminClient } from "#adapters/platform/shopify";
import {
  backlog,
  billingLedger,
  billingStore,
  documentLinks,
  inbox,
  merchantStore,
  offlineSessions,
  openDatabase,
  orderArchive,
  privacyStore,
  secretBox,
  shopConnections,
  shopDirectory,
  startQueue,
} from "#adapters/storage/prisma";
import { checkText } from "#adapters/text/liquid";
import { viesChecker } from "#adapters/vat-check/vies";
import type { VatChecker } from "#domain/workflows";
import type { JobContext, MerchantPorts } from "../jobs/index.ts";
import { billingProviderOf, planUrlOf } from "./billing-provider.ts";
import { systemClock } from "./clock.ts";
import type { Environment } from "./environment.ts";
import { fillText } from "./fill-text.ts";
import { report } from "./report.ts";
import { sha256 } from "./sha256.ts";
import { shopOrders } from "./shop-orders.ts";

/**
 * Chooses the adapter of every port. The only function that knows them all. A command that comes and goes does not own the
 * embedded database: it leaves one running that it found running.
 */
export async function assemble(environment: Environment, { owns = true } = {}) {
  const database = await openDatabase({ ...environment, owns });
  const queue = await startQueue(database, (error) => report("job", error));
  const files = diskFiles(path.join(environment.dataFolder, "files"));
  const renderer = typstRenderer();
  const mail = smtpTransport({ url: environment.smtpUrl, fromAddress: environment.mailFrom });
  const vatChecker = vatCheckerOf(environment);
  const sessions = offlineSessions(database);
  const shops = shopDirectory(database);

  const shopifyClient = shopifyClients(environment, sessions);
  const merchantPorts = (merchantId: string): MerchantPorts => ({
    store: merchantStore(database, queue, merchantId),
    billing: billingStore(database, merchantId),
    clock: systemClock,
    files,
    renderer,
    mail,
    sha256,
    fillText,
    vatChecker,
  });
  const archive = (merchantId: string) => orderArchive(database, merchantId);
  const context: JobContext = {
    inbox: inbox(database, queue),
    backlog: backlog(database, queue),
    shops,
    connections: shopConnections(database, secretBox(environment.shopSecretsKey)),
    files,
    merchantPorts,
    archive,
    deskPorts: (shop) => {
      const ports = merchantPorts(shop.merchantId);
      const sources = { shopifyClient, sessions, archive };
      return {
        ...ports,
        shop,
        checkText,
        provider: billingProviderOf(shop, { ...ports, shopifyClient }, environment),
        ...shopOrders(shop, ports.store, sources),
      };
    },
    planUrl: (shop) => planUrlOf(shop, environment),
    privacy: (merchantId) => privacyStore(database, merchantId),
    forgetSessions: (domain) => sessions.forgetSessions(domain),
    send: (name, payload) => queue.send(name, payload),
    unschedule: (name, key) => queue.unschedule(name, key),
  };
  return {
    database,
    queue,
    shops,
    context,
    shopifyClient,
    inbox: context.inbox,
    ledger: billingLedger(database),
    links: (merchantId: string) => documentLinks(database, merchantId),
    close: once(async () => {
      await queue.stop();
      await renderer.close();
      mail.close();
      await database.close();
    }),
  };
}

/** One client for a shop, because Shopify limits all of a shop's requests together. */
function shopifyClients(
  { shopifyApiKey: apiKey, shopifyApiSecret: apiSecret }: Environment,
  sessions: ReturnType<typeof offlineSessions>,
): (domain: string) => AdminClient {
  const clients = new Map<string, AdminClient>();
  return (domain) => {
    const known = clients.get(domain);
    if (known !== undefined) return known;
    const access = offlineGraphql(domain, { apiKey, apiSecret, sessions, now: Date.now });
    const client = adminClient(access, (seconds) => sleep(seconds * 1000));
    clients.set(domain, client);
    return client;
  };
}

/** An order does not wait longer for VIES than the adapter's five seconds: its number is then "not verified yet". */
const vatCheckerOf = ({ viesUrl }: Environment): VatChecker | null =>
  viesUrl === null ? null : viesChecker({ baseUrl: viesUrl });

/** A terminal and a parent may both ask the program to stop. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
