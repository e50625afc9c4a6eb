import { createServer } from "node:http";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { readEnvironment, startDocket } from "#server/wiring";
import { createShopify } from "./app/shopify.server.ts";
import { createHttpApp } from "./http/create-http-app.ts";
import { loadBuild, startVite } from "./http/load-build.ts";

/** How long running requests may take to finish after a stop signal. */
const STOP_AFTER_SECONDS = 10;

const environment = readEnvironment(process.env);
const server = createServer();
const parts =
  process.env["NODE_ENV"] === "development" ? await startVite(server) : await loadBuild();
const docket = await startDocket(environment);
const shopify = createShopify(environment, new PrismaSessionStorage(docket.prisma));

const app = createHttpApp({
  ...parts,
  routes: docket.routes,
  checkReady: () => docket.checkReady(),
  loadContext: () => ({ docket, shopify }),
});
server.on("request", app);
server.listen(environment.port, environment.host, () => {
  process.stdout.write(`Docket listens on http://${environment.host}:${environment.port}\n`);
});

/** Finishes what is running, then lets go of the database and the jobs. */
const stop = () => {
  setTimeout(() => server.closeAllConnections(), STOP_AFTER_SECONDS * 1000).unref();
  server.close(() => {
    docket.close().then(
      () => process.exit(0),
      (reason: unknown) => {
        process.stderr.write(`Docket did not stop cleanly: ${String(reason)}\n`);
        process.exit(1);
      },
    );
  });
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
