import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterAll, beforeAll } from "vitest";

/** `silent` takes connections and says nothing; `down` takes none. */
export type Mood = "up" | "silent" | "down";

export interface FickleMailServer {
  readonly smtpUrl: string;
  /** The mails it took, as they came over the line. */
  readonly mails: readonly string[];
  /** Recipients it answers with 550. */
  readonly refused: Set<string>;
  /** How many programs it leaves without an answer now. */
  readonly heldCount: number;
  /** Ends all connections. */
  become(mood: Mood): Promise<void>;
}

/** A mail server (RFC 5321) that is there, is not, keeps silent, or refuses an address, as a test wants. */
export function useFickleMailServer(): () => FickleMailServer {
  const mails: string[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  let mood: Mood = "up";
  let server: Server | undefined;
  let port = 0;

  async function open(): Promise<void> {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      socket.on("error", () => socket.destroy());
      if (mood === "up") converse(socket, { mails, refused });
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  }
  async function close(): Promise<void> {
    const closed = server && once(server, "close");
    server?.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    server = undefined;
  }
  beforeAll(open);
  afterAll(close);
  return () => ({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    refused,
    get heldCount() {
      return mood === "silent" ? sockets.size : 0;
    },
    async become(next) {
      await close();
      mood = next;
      if (mood !== "down") await open();
    },
  });
}

function converse(
  socket: Socket,
  { mails, refused }: { readonly mails: string[]; readonly refused: ReadonlySet<string> },
): void {
  let body: string[] | undefined;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  createInterface({ input: socket }).on("line", (line) => {
    if (body !== undefined) {
      if (line !== ".") return void body.push(line);
      mails.push(body.join("\n"));
      body = undefined;
      return say("250 taken");
    }
    const address = /^RCPT TO:<(?<address>.*)>/i.exec(line)?.groups?.["address"];
    if (address !== undefined && refused.has(address)) return say("550 5.1.1 no such mailbox");
    if (line === "DATA") {
      body = [];
      return say("354 go on");
    }
    return say(line === "QUIT" ? "221 bye" : "250 fine");
  });
  say("220 fickle.example");
}
