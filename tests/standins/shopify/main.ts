import { pricingPlansSchema } from "./control-input.ts";
import { createStandin } from "./standin.ts";

/** Starts the stand-in as a process of its own. What it needs comes from the environment. */
const { env } = process;
const mailboxUrl = env["MAILBOX_URL"];
const appUrl = env["STANDIN_APP_URL"];
const appConfigPath = env["SHOPIFY_APP_CONFIG"];
const pricingPlans = pricingPlansSchema.parse(JSON.parse(env["STANDIN_PRICING_PLANS"] ?? "[]"));
const standin = createStandin({
  pricingPlans,
  apiKey: env["SHOPIFY_API_KEY"] ?? "demo-key",
  apiSecret: env["SHOPIFY_API_SECRET"] ?? "demo-secret",
  scopes: (env["SCOPES"] ?? "read_orders,write_orders").split(",").map((scope) => scope.trim()),
  adminPort: Number(env["STANDIN_ADMIN_PORT"] ?? 4600),
  proxyPort: Number(env["STANDIN_PROXY_PORT"] ?? 4601),
  appPort: Number(env["STANDIN_APP_PORT"] ?? 4602),
  tokenLifetimeSeconds: Number(env["STANDIN_TOKEN_LIFETIME_SECONDS"] ?? 3_600),
  ...(mailboxUrl === undefined ? {} : { mailboxUrl }),
  ...(appUrl === undefined ? {} : { appUrl }),
  ...(appConfigPath === undefined ? {} : { appConfigPath }),
});

await standin.listen();
console.log(`Shopify stand-in: ${standin.adminUrl}/store/demo (app through ${standin.appUrl})`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void standin.close().then(() => process.exit(0));
  });
