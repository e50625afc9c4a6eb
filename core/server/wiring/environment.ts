import { z } from "zod";

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== ""),
);

/** 32 bytes, as base64 or as hex. */
const key = z
  .string()
  .regex(/^([0-9a-f]{64}|[\w+/-]{43}=?)$/i, "expected 32 bytes as base64 or hex")
  .transform((text) => Buffer.from(text, text.length === 64 ? "hex" : "base64"));

const environmentSchema = z.object({
  /** A PostgreSQL server; without it an embedded one runs in `DATA_FOLDER`. */
  DATABASE_URL: z.string().optional(),
  /** Where the embedded database and the documents' files lie. */
  DATA_FOLDER: z.string().default(".data"),
  /** Shopify's CLI puts the app's address here under `app dev`; that is nothing to listen on. */
  HOST: z
    .string()
    .default("0.0.0.0")
    .transform((host) => (host.includes("://") ? "127.0.0.1" : host)),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** `off`: this process answers HTTP only; `npm run worker` runs the jobs. */
  JOBS: z.enum(["on", "off"]).default("on"),
  SHOPIFY_API_KEY: z.string().default(""),
  SHOPIFY_API_SECRET: z.string().default(""),
  /** The app's public address, such as https://docket.example. */
  SHOPIFY_APP_URL: z
    .url("expected an address such as https://docket.example")
    .default("http://localhost:3000"),
  SCOPES: list.default(["read_orders", "read_products", "read_customers", "read_payment_terms"]),
  /** Only for a stand-in: where the App Bridge script comes from. */
  APP_BRIDGE_URL: z.string().optional(),
  /** The mail server, such as smtps://user:password@mail.example:465. */
  SMTP_URL: z.string().default("smtp://127.0.0.1:1025"),
  /** The address that mails come from; the merchant's own address is the reply-to. */
  MAIL_FROM: z.string().default("documents@docket.invalid"),
  /** Where VAT numbers of buyers are checked; `off` where there is no way out. */
  VIES_URL: z.string().default("https://ec.europa.eu/taxation_customs/vies/rest-api"),
  /** Seals the secrets of WooCommerce shops in the database. `openssl rand -base64 32` makes one; it must not change. */
  SHOP_SECRETS_KEY: key.optional(),
  /**
   * The app's name in addresses of the Shopify admin. With it merchants choose plans on Shopify's own page (Shopify App Pricing);
   * without it Docket asks for them by the Billing API.
   */
  SHOPIFY_APP_HANDLE: z.string().optional(),
  /** Only for a stand-in: where the Shopify admin is. */
  SHOPIFY_ADMIN_URL: z.string().default("https://admin.shopify.com"),
  /** The marketplace's page of a merchant's subscriptions, where the WordPress plugin is sold there; without it Docket bills. */
  MARKETPLACE_URL: z
    .url("expected an address such as https://shop.example/my-subscriptions")
    .optional(),
  /** Whoever sends it as a bearer token reads /metrics; without it nobody does. */
  METRICS_TOKEN: z.string().min(16, "expected at least 16 characters").optional(),
  /** `on`: WooCommerce shops on this machine or in its network may connect. Only for development. */
  ALLOW_LOCAL_SHOPS: z.enum(["on", "off"]).default("off"),
});

export interface Environment {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly runsJobs: boolean;
  readonly shopifyApiKey: string;
  readonly shopifyApiSecret: string;
  readonly shopifyAppUrl: string;
  readonly scopes: readonly string[];
  readonly appBridgeUrl: string | undefined;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly viesUrl: string | null;
  readonly shopSecretsKey: Uint8Array | null;
  readonly shopifyAppHandle: string | null;
  readonly shopifyAdminUrl: string;
  readonly marketplaceUrl: string | null;
  readonly metricsToken: string | null;
  readonly allowsLocalShops: boolean;
}

/** Reads the environment once, at the start. Throws with each variable that is wrong and what it should be. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `  ${path.join(".")}: ${message}`,
    );
    throw new Error(`The environment is not right:\n${problems.join("\n")}`);
  }
  const read = parsed.data;
  return {
    databaseUrl: read.DATABASE_URL,
    dataFolder: read.DATA_FOLDER,
    host: read.HOST,
    port: read.PORT,
    runsJobs: read.JOBS === "on",
    shopifyApiKey: read.SHOPIFY_API_KEY,
    shopifyApiSecret: read.SHOPIFY_API_SECRET,
    shopifyAppUrl: read.SHOPIFY_APP_URL,
    scopes: read.SCOPES,
    appBridgeUrl: read.APP_BRIDGE_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    viesUrl: read.VIES_URL === "off" ? null : read.VIES_URL,
    shopSecretsKey: read.SHOP_SECRETS_KEY ?? null,
    shopifyAppHandle: read.SHOPIFY_APP_HANDLE ?? null,
    shopifyAdminUrl: read.SHOPIFY_ADMIN_URL,
    marketplaceUrl: read.MARKETPLACE_URL ?? null,
    metricsToken: read.METRICS_TOKEN ?? null,
    allowsLocalShops: read.ALLOW_LOCAL_SHOPS === "on",
  };
}
