import { randomBytes, randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";
import type { ShopState } from "./shop-state.ts";
import type { Settings } from "./options.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const ONLINE_LIFETIME_SECONDS = 86_399;
const NEVER = Number.POSITIVE_INFINITY;

/** The person who is signed in to the admin. */
export const STAFF = {
  id: 42,
  first_name: "Nora",
  last_name: "Claes",
  email: "nora@atelier-noord.example",
  account_owner: true,
  locale: "en",
  collaborator: false,
  email_verified: true,
};

/** `/admin/oauth/access_token`: token exchange, and refresh with rotation. */
export class OAuth {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** A session token as App Bridge hands it out. Overrides let a test spoil it. */
  idToken(shop: string, overrides: Fields = {}): string {
    const now = Math.floor(this.#settings.now().getTime() / 1_000);
    const claims = {
      iss: `https://${shop}/admin`,
      dest: `https://${shop}`,
      aud: this.#settings.apiKey,
      sub: String(STAFF.id),
      iat: now,
      nbf: now - 5,
      exp: now + 60,
      jti: randomUUID(),
      sid: randomUUID(),
      ...overrides,
    };
    return jwt.sign(claims, this.#settings.apiSecret, { algorithm: "HS256" });
  }

  answer(shop: ShopState, request: Fields): Answer {
    const { apiKey, apiSecret } = this.#settings;
    if (request["client_id"] !== apiKey || request["client_secret"] !== apiSecret)
      return refusal("invalid_client", "Client authentication failed.");
    if (shop.installation === "uninstalled")
      return refusal("application_cannot_be_found", "The app is not installed on this shop.");
    if (request["grant_type"] === "refresh_token") return this.#refresh(shop, request);
    if (request["grant_type"] === TOKEN_EXCHANGE) return this.#exchange(shop, request);
    return refusal("unsupported_grant_type", "The grant type is not supported.");
  }

  /** Whether an access token opens the Admin API of this shop now. */
  isValid(shop: ShopState, token: string): boolean {
    const known = shop.tokens.get(token);
    return known !== undefined && known.expiresAt > this.#settings.now().getTime();
  }

  #refresh(shop: ShopState, request: Fields): Answer {
    const token = String(request["refresh_token"]);
    const endsAt = shop.refreshTokens.get(token);
    shop.refreshTokens.delete(token);
    if (endsAt === undefined || endsAt <= this.#settings.now().getTime())
      return refusal("invalid_grant", "The refresh token is invalid, expired or already used.");
    return { status: 200, body: this.#issueExpiring(shop) };
  }

  #exchange(shop: ShopState, request: Fields): Answer {
    const isMigration = request["subject_token_type"] === OFFLINE;
    const subject = String(request["subject_token"]);
    const isGenuine = isMigration
      ? this.isValid(shop, subject)
      : request["subject_token_type"] === ID_TOKEN && this.#isSessionToken(shop, subject);
    if (!isGenuine) return refusal("invalid_subject_token", "The subject token is invalid.");
    if (isMigration) shop.tokens.delete(subject);
    shop.installation = "installed";
    if (request["requested_token_type"] === ONLINE)
      return { status: 200, body: this.#issueOnline(shop) };
    if (request["requested_token_type"] !== OFFLINE)
      return refusal("invalid_request", "The requested token type is not supported.");
    const isExpiring = request["expiring"] === "1" || request["expiring"] === 1;
    return { status: 200, body: isExpiring ? this.#issueExpiring(shop) : this.#issueForever(shop) };
  }

  #isSessionToken(shop: ShopState, token: string): boolean {
    try {
      const claims = jwt.verify(token, this.#settings.apiSecret, {
        algorithms: ["HS256"],
        audience: this.#settings.apiKey,
        clockTimestamp: Math.floor(this.#settings.now().getTime() / 1_000),
        clockTolerance: 10,
      });
      return typeof claims === "object" && claims["dest"] === `https://${shop.profile.domain}`;
    } catch {
      return false;
    }
  }

  #issueForever(shop: ShopState) {
    return { access_token: this.#accessToken(shop, NEVER, false), scope: shop.scopes.join(",") };
  }

  #issueExpiring(shop: ShopState) {
    const { tokenLifetimeSeconds, refreshLifetimeSeconds } = this.#settings;
    const refreshToken = `shprt_${randomBytes(16).toString("hex")}`;
    shop.refreshTokens.set(refreshToken, this.#endOf(refreshLifetimeSeconds));
    return {
      access_token: this.#accessToken(shop, this.#endOf(tokenLifetimeSeconds), false),
      scope: shop.scopes.join(","),
      expires_in: tokenLifetimeSeconds,
      refresh_token: refreshToken,
      refresh_token_expires_in: refreshLifetimeSeconds,
    };
  }

  #issueOnline(shop: ShopState) {
    const scope = shop.scopes.join(",");
    return {
      access_token: this.#accessToken(shop, this.#endOf(ONLINE_LIFETIME_SECONDS), true),
      scope,
      expires_in: ONLINE_LIFETIME_SECONDS,
      associated_user_scope: scope,
      associated_user: STAFF,
    };
  }

  #accessToken(shop: ShopState, expiresAt: number, isOnline: boolean): string {
    const token = `${isOnline ? "shpua" : "shpat"}_${randomBytes(16).toString("hex")}`;
    shop.tokens.set(token, { expiresAt, isOnline });
    return token;
  }

  #endOf(lifetimeSeconds: number): number {
    return this.#settings.now().getTime() + lifetimeSeconds * 1_000;
  }
}

function refusal(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}
