import type { PricingPlan } from "./billing/billing-types.ts";

/** What a stand-in is started with. Ports of 0 are chosen by the system; `listen` reports them. */
export interface StandinOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly adminPort: number;
  readonly proxyPort: number;
  readonly appPort: number;
  /** Granted at installation. */
  readonly scopes: readonly string[];
  readonly webhookPath?: string;
  /** Of expiring offline tokens; the real one's is 3,600. */
  readonly tokenLifetimeSeconds?: number;
  readonly refreshLifetimeSeconds?: number;
  /** First pause before a webhook is tried again; it doubles. */
  readonly retryBaseMilliseconds?: number;
  readonly webhookTimeoutMilliseconds?: number;
  /** Path of `shopify.app.toml`: only its topics are delivered. Without it, all are. */
  readonly appConfigPath?: string;
  /** Shown as "Mailbox" in the admin. */
  readonly mailboxUrl?: string;
  readonly appName?: string;
  /** Plans of Shopify App Pricing. With any, the Billing API refuses to create charges. */
  readonly pricingPlans?: readonly PricingPlan[];
  /** Where the frame loads the app; default: the proxy. Strict tests frame the app itself and fake the admin's origin. */
  readonly appUrl?: string;
  readonly now?: () => Date;
}

type OptionalSetting = "appConfigPath" | "mailboxUrl" | "appUrl";

export type Settings = Required<Omit<StandinOptions, OptionalSetting>> &
  Pick<StandinOptions, OptionalSetting>;

export const API_VERSION = "2026-10";

export function completeOptions(options: StandinOptions): Settings {
  return {
    webhookPath: "/webhooks/shopify",
    tokenLifetimeSeconds: 3_600,
    refreshLifetimeSeconds: 90 * 86_400,
    retryBaseMilliseconds: 1_000,
    webhookTimeoutMilliseconds: 5_000,
    appName: "Docket",
    pricingPlans: [],
    now: () => new Date(),
    ...options,
  };
}

/** As Shopify writes an instant: UTC, whole seconds, "2026-11-21T18:04:05Z". */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
