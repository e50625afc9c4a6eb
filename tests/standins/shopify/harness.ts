import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import type { Standin } from "./contract.ts";
import { close, listen } from "./http.ts";
import { createStandin } from "./standin.ts";

export const SHOP = "demo.myshopify.com";
export const API_KEY = "test-key";
export const API_SECRET = "test-secret";
const ALL_SCOPES = [
  "read_orders",
  "write_orders",
  "read_customers",
  "read_companies",
  "read_products",
  "read_payment_terms",
] as const;

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string() });
const errorSchema = z.looseObject({
  message: z.string(),
  extensions: z.looseObject({}).optional(),
});
const answerSchema = z.looseObject({
  data: z.looseObject({}).nullish(),
  // GraphQL's errors are a list; those of HTTP are one text.
  errors: z
    .union([
      z.array(errorSchema),
      z.string().transform((message) => [errorSchema.parse({ message })]),
    ])
    .optional(),
});

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A stand-in with an app that only listens to webhooks, and a clock that tests move. */
export class Harness {
  readonly standin: Standin;
  /** Webhooks that reached the app, and what it answers to the next ones (200 when empty). */
  received: Received[] = [];
  statuses: number[] = [];
  #now = new Date("2026-11-21T10:00:00Z");
  readonly #app: Server;

  private constructor(app: Server, options: { appPort: number; scopes: readonly string[] }) {
    this.#app = app;
    app.on("request", (incoming, outgoing) => {
      void buffer(incoming).then((body) => {
        this.received.push({ headers: incoming.headers, body: body.toString() });
        return outgoing.writeHead(this.statuses.shift() ?? 200).end();
      });
    });
    this.standin = createStandin({
      apiKey: API_KEY,
      apiSecret: API_SECRET,
      adminPort: 0,
      proxyPort: 0,
      ...options,
      retryBaseMilliseconds: 1,
      now: () => this.#now,
    });
  }

  static async open(scopes: readonly string[] = ALL_SCOPES): Promise<Harness> {
    const app = createServer();
    const harness = new Harness(app, { appPort: await listen(app, 0), scopes });
    await harness.standin.listen();
    return harness;
  }

  async close(): Promise<void> {
    await Promise.all([this.standin.close(), close(this.#app)]);
  }

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1_000);
  }

  topics(): unknown[] {
    return this.received.map(({ headers }) => headers["x-shopify-topic"]);
  }

  async post(path: string, body: unknown, token = "") {
    const response = await fetch(`${this.standin.adminUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  }

  askForToken(fields: Record<string, unknown>) {
    return this.post(`/_host/${SHOP}/admin/oauth/access_token`, {
      client_id: API_KEY,
      client_secret: API_SECRET,
      ...fields,
    });
  }

  exchange(overrides: Record<string, unknown> = {}) {
    return this.askForToken({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: this.standin.idToken(SHOP),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
      ...overrides,
    });
  }

  async install() {
    return tokensSchema.parse((await this.exchange()).body);
  }

  /** One GraphQL request; without a token, a fresh one is fetched first. */
  async query(text: string, variables: Record<string, unknown> = {}, token?: string) {
    const accessToken = token ?? (await this.install()).access_token;
    const path = `/_host/${SHOP}/admin/api/2026-10/graphql.json`;
    const { status, body } = await this.post(path, { query: text, variables }, accessToken);
    return { status, ...answerSchema.parse(body) };
  }
}
