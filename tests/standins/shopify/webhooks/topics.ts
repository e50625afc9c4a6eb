import { existsSync, readFileSync } from "node:fs";

const ORDER_TOPICS = [
  "orders/create",
  "orders/paid",
  "orders/updated",
  "orders/edited",
  "orders/fulfilled",
  "orders/cancelled",
  "refunds/create",
] as const;

const APP_TOPICS = [
  "app/uninstalled",
  "app/scopes_update",
  "app_subscriptions/update",
  "app_subscriptions/approaching_capped_amount",
] as const;

export const COMPLIANCE_TOPICS = [
  "customers/data_request",
  "customers/redact",
  "shop/redact",
] as const;

export const TOPICS = [...ORDER_TOPICS, ...APP_TOPICS, ...COMPLIANCE_TOPICS] as const;

export type Topic = (typeof TOPICS)[number];

export function isTopic(text: string): text is Topic {
  return TOPICS.some((topic) => topic === text);
}

/** Topics a `shopify.app.toml` subscribes to (`topics` and `compliance_topics`), or all without a file. */
export function subscribedTopics(appConfigPath: string | undefined): ReadonlySet<string> {
  if (appConfigPath === undefined || !existsSync(appConfigPath)) return new Set(TOPICS);
  const toml = readFileSync(appConfigPath, "utf8").replaceAll(/#.*$/gm, "");
  const lists = toml.matchAll(/(?:compliance_)?topics\s*=\s*\[([^\]]*)\]/g);
  return new Set(
    [...lists].flatMap(([, list = ""]) =>
      [...list.matchAll(/"([^"]+)"/g)].map(([, topic = ""]) => topic),
    ),
  );
}
