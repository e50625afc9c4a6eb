import { createHmac, randomUUID } from "node:crypto";
import { API_VERSION, instant } from "../options.ts";
import type { Faults } from "../faults.ts";
import type { Topic } from "./topics.ts";

const MAXIMUM_RETRIES = 8;

export interface Attempt {
  readonly at: string;
  /** HTTP status, or what went wrong instead of one. */
  readonly outcome: number | string;
}

/** One webhook: what is sent, and what became of it. Shown on the Faults page. */
export interface Delivery {
  readonly shop: string;
  readonly topic: Topic;
  readonly eventId: string;
  readonly webhookId: string;
  readonly triggeredAt: string;
  readonly body: string;
  readonly attempts: Attempt[];
  state:
    | "waiting"
    | "held"
    | "delivered"
    | "retrying"
    | "failed"
    | "lost"
    | "not subscribed"
    | "not installed";
}

export interface WebhookSettings {
  readonly secret: string;
  readonly url: () => string;
  readonly topics: ReadonlySet<string>;
  readonly retryBaseMilliseconds: number;
  readonly timeoutMilliseconds: number;
  readonly faults: Faults;
  readonly now: () => Date;
}

export interface SendOptions {
  /** Signs with another secret, as a forger would. */
  readonly secret?: string | undefined;
  readonly eventId?: string | undefined;
  /** Compliance topics come after the app is gone. */
  readonly isInstalled?: boolean | undefined;
  readonly delayMilliseconds?: number | undefined;
}

/**
 * Posts webhooks as Shopify does: signed, five seconds to answer, up to eight retries with the same payload and the
 * same ids. First attempts to one shop go one after the other; no order is promised once something fails.
 */
export class Webhooks {
  readonly log: Delivery[] = [];
  readonly #settings: WebhookSettings;
  readonly #underWay = new Set<Promise<void>>();
  readonly #lastFirstAttempt = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(settings: WebhookSettings) {
    this.#settings = settings;
  }

  /** Sends one event now, through whatever faults are set. Does not wait for the answer. */
  publish(
    event: { shop: string; topic: Topic; payload: unknown },
    options: SendOptions = {},
  ): Delivery {
    const { faults } = this.#settings;
    const delivery = this.#record(event, options);
    if (delivery.state !== "waiting") return delivery;
    if (faults.use("loseNext")) {
      delivery.state = "lost";
      return delivery;
    }
    if (faults.use("holdNext")) {
      delivery.state = "held";
      return delivery;
    }
    const isLate = event.topic === "orders/create" && faults.use("disorderNext");
    const secret = faults.use("wrongSecretNext") ? "not the secret" : options.secret;
    const send = {
      secret,
      // Long enough for what follows to arrive first.
      delayMilliseconds: isLate
        ? Math.max(100, this.#settings.retryBaseMilliseconds * 2)
        : (options.delayMilliseconds ?? 0),
    };
    this.#start(delivery, send);
    if (faults.use("repeatNext")) this.#start(this.#again(delivery), send);
    return delivery;
  }

  /** Sends what was held back, in the order in which it happened. Answers with how many those were. */
  release(): number {
    const held = this.log.filter(({ state }) => state === "held");
    for (const delivery of held) {
      delivery.state = "waiting";
      this.#start(delivery, {});
    }
    return held.length;
  }

  /** Waits until nothing is being sent or waiting for a retry. */
  async settle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  close(): void {
    this.#stop.abort();
  }

  #record(
    event: { shop: string; topic: Topic; payload: unknown },
    { eventId, isInstalled = true }: SendOptions,
  ): Delivery {
    const isSubscribed = this.#settings.topics.has(event.topic);
    const delivery: Delivery = {
      shop: event.shop,
      topic: event.topic,
      eventId: eventId ?? randomUUID(),
      webhookId: randomUUID(),
      triggeredAt: this.#settings.now().toISOString(),
      body: JSON.stringify(event.payload),
      attempts: [],
      state: !isInstalled ? "not installed" : isSubscribed ? "waiting" : "not subscribed",
    };
    this.log.push(delivery);
    return delivery;
  }

  #again(delivery: Delivery): Delivery {
    const repeated: Delivery = { ...delivery, attempts: [], state: "waiting" };
    this.log.push(repeated);
    return repeated;
  }

  #start(delivery: Delivery, send: SendOptions): void {
    const isLate = (send.delayMilliseconds ?? 0) > 0;
    const before = isLate ? undefined : this.#lastFirstAttempt.get(delivery.shop);
    const first = this.#firstAttempt(delivery, { ...send, before });
    if (!isLate) this.#lastFirstAttempt.set(delivery.shop, first);
    this.#track(first.then(() => this.#retry(delivery, send)));
  }

  async #firstAttempt(
    delivery: Delivery,
    send: SendOptions & { readonly before: Promise<void> | undefined },
  ): Promise<void> {
    await send.before;
    await this.#pause(send.delayMilliseconds ?? 0);
    await this.#attempt(delivery, send);
  }

  async #retry(delivery: Delivery, send: SendOptions): Promise<void> {
    let pause = this.#settings.retryBaseMilliseconds;
    for (let retry = 1; retry <= MAXIMUM_RETRIES && delivery.state === "retrying"; retry += 1) {
      await this.#pause(pause);
      if (this.#stop.signal.aborted) return;
      pause *= 2;
      await this.#attempt(delivery, send);
    }
    if (delivery.state === "retrying") delivery.state = "failed";
  }

  async #attempt(delivery: Delivery, { secret }: SendOptions): Promise<void> {
    const outcome = await this.#post(delivery, secret ?? this.#settings.secret);
    delivery.attempts.push({ at: instant(this.#settings.now()), outcome });
    const isAccepted = typeof outcome === "number" && outcome >= 200 && outcome < 300;
    delivery.state = isAccepted ? "delivered" : "retrying";
  }

  async #post(delivery: Delivery, secret: string): Promise<number | string> {
    const timeout = AbortSignal.timeout(this.#settings.timeoutMilliseconds);
    try {
      const response = await fetch(this.#settings.url(), {
        method: "POST",
        body: delivery.body,
        redirect: "manual",
        signal: AbortSignal.any([timeout, this.#stop.signal]),
        headers: headersOf(delivery, secret),
      });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      return timeout.aborted ? "timed out" : reasonOf(error);
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    if (milliseconds === 0 || this.#stop.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#stop.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #track(work: Promise<void>): void {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }
}

function headersOf(delivery: Delivery, secret: string): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": delivery.topic,
    "X-Shopify-Shop-Domain": delivery.shop,
    "X-Shopify-API-Version": API_VERSION,
    "X-Shopify-Webhook-Id": delivery.webhookId,
    "X-Shopify-Event-Id": delivery.eventId,
    "X-Shopify-Triggered-At": delivery.triggeredAt,
    "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(delivery.body).digest("base64"),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const cause: unknown = error.cause;
  return typeof cause === "object" && cause !== null && "code" in cause
    ? String(cause.code)
    : error.message;
}
