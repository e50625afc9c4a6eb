import { z } from "zod";
import type { AdminGraphql } from "./admin-client.ts";

const API_VERSION = "2026-10";
/** A token is renewed this long before it ends, so that a request under way does not outlive it. */
const RENEW_BEFORE_SECONDS = 120;

/** A shop's own access to the Admin API, without a merchant at the screen. Instants are ISO, UTC. */
export interface OfflineSession {
  readonly accessToken: string;
  /** Null for a token that does not end. */
  readonly expiresAt: string | null;
  readonly refreshToken: string | null;
}

export interface OfflineSessions {
  loadSession(domain: string): Promise<OfflineSession | undefined>;
  /**
   * Locks the shop's session across processes, because a refresh token works once, and stores what `renew` makes of it.
   * `renew` gets the session as it is under the lock: another process may just have renewed it.
   */
  renewSession(
    domain: string,
    renew: (session: OfflineSession) => Promise<OfflineSession>,
  ): Promise<OfflineSession | undefined>;
  /** Only while this is still the shop's token. */
  forgetToken(domain: string, accessToken: string): Promise<void>;
}

export interface OfflineAccessOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly sessions: OfflineSessions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const tokenSchema = z.object({
  access_token: z.string(),
  expires_in: z.number().nullish(),
  refresh_token: z.string().nullish(),
});

/** Calls one shop's Admin API with its stored token, renewed when it ends or when Shopify refuses it. */
export function offlineGraphql(domain: string, options: OfflineAccessOptions): AdminGraphql {
  const { sessions, now } = options;
  const endsSoon = ({ expiresAt }: OfflineSession) =>
    expiresAt !== null && Date.parse(expiresAt) - now() < RENEW_BEFORE_SECONDS * 1000;
  const renewUnless = (isGood: (session: OfflineSession) => boolean) =>
    sessions.renewSession(domain, async (session) =>
      isGood(session) ? session : renew(domain, session, options),
    );

  return async (query, variables) => {
    const stored = await sessions.loadSession(domain);
    const session =
      stored && endsSoon(stored) ? await renewUnless((each) => !endsSoon(each)) : stored;
    if (session === undefined) return new Response("no session", { status: 401 });
    const response = await post(domain, { query, variables }, session.accessToken);
    if (response.status !== 401 || session.refreshToken === null) return response;
    const renewed = await renewUnless((each) => each.accessToken !== session.accessToken);
    if (renewed === undefined) return response;
    if (renewed.accessToken !== session.accessToken) {
      return post(domain, { query, variables }, renewed.accessToken);
    }
    // Refused for good. Without the token, opening Docket in the admin exchanges a new one.
    await sessions.forgetToken(domain, session.accessToken);
    return response;
  };
}

const post = (domain: string, body: unknown, accessToken: string): Promise<Response> =>
  fetch(`https://${domain}/admin/api/${API_VERSION}/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "X-Shopify-Access-Token": accessToken },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });

/**
 * Exchanges the refresh token. A refusal (400, 401) leaves the session as it is, and the caller's request then fails with 401;
 * a fault of Shopify's throws, because it will pass.
 */
async function renew(
  domain: string,
  session: OfflineSession,
  { apiKey, apiSecret, now }: OfflineAccessOptions,
): Promise<OfflineSession> {
  const response = await fetch(`https://${domain}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      client_id: apiKey,
      client_secret: apiSecret,
      grant_type: "refresh_token",
      refresh_token: session.refreshToken,
    }),
    signal: AbortSignal.timeout(30_000),
  });
  if (response.status === 400 || response.status === 401) return session;
  if (!response.ok)
    throw new Error(`the token of ${domain} cannot be renewed now: ${response.status}`);
  const token = tokenSchema.parse(await response.json());
  return {
    accessToken: token.access_token,
    refreshToken: token.refresh_token ?? session.refreshToken,
    expiresAt: token.expires_in ? new Date(now() + token.expires_in * 1000).toISOString() : null,
  };
}
