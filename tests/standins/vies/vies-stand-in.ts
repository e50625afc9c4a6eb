import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { answerCheck, type ViesState } from "./answer-check.ts";

/** A VIES to test against: the REST web service's `check-vat-number` with its answers, refusals and bad days. */
export interface ViesStandIn {
  /** The base address, without a slash at its end. */
  readonly url: string;
  /** What was asked, oldest first: the posted bodies. */
  readonly asked: readonly unknown[];
  /** From now on this number (with prefix, Greece as EL) is in use. "" as a name: its country does not tell. */
  setValid(vatIdentifier: string, name?: string): void;
  setInvalid(vatIdentifier: string): void;
  /** Every question about a country answers this error until `setUp`. */
  setDown(countryCode: string, error?: string): void;
  setUp(countryCode: string): void;
  /** Before each answer. Questions of one country above `mostAtOnce` are refused at once meanwhile. */
  setPace(pace: { readonly delayMilliseconds: number; readonly mostAtOnce?: number }): void;
  close(): Promise<void>;
}

/** On 127.0.0.1; port 0 lets the system choose. */
export async function startViesStandIn({ port }: { readonly port: number }): Promise<ViesStandIn> {
  const state: ViesState = {
    names: new Map(),
    errors: new Map(),
    inHand: new Map(),
    delayMilliseconds: 0,
    mostAtOnce: Number.POSITIVE_INFINITY,
    consultations: 0,
  };
  const asked: unknown[] = [];
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await text(incoming);
    const isCheck = incoming.method === "POST" && incoming.url === "/check-vat-number";
    const request = isCheck ? parseJson(body) : undefined;
    if (isCheck) asked.push(request);
    const { status, value } = isCheck
      ? await answerCheck(state, request)
      : { status: 404, value: { error: "Not Found" } };
    outgoing.writeHead(status, { "content-type": "application/json" });
    outgoing.end(JSON.stringify(value));
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    setValid: (vatIdentifier, name = "") => void state.names.set(vatIdentifier, name),
    setInvalid: (vatIdentifier) => void state.names.delete(vatIdentifier),
    setDown: (countryCode, error = "MS_UNAVAILABLE") => void state.errors.set(countryCode, error),
    setUp: (countryCode) => void state.errors.delete(countryCode),
    setPace: ({ delayMilliseconds, mostAtOnce = Number.POSITIVE_INFINITY }) =>
      void Object.assign(state, { delayMilliseconds, mostAtOnce }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
