import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { MailTransport, OutgoingMail } from "#domain/delivery";
import { smtpTransport } from "./index.ts";

/** What the server says to a line or to a command, by its first word; anything else gets "250 ok". */
type Replies = Readonly<Record<string, string>>;

let server: Server | undefined;
let transport: MailTransport | undefined;
afterEach(async () => {
  transport?.close();
  await new Promise((resolve) => {
    if (server === undefined) resolve(null);
    else server.close(resolve);
  });
  server = undefined;
});

/** A mail server that follows a script, and the lines it heard. An empty reply is silence. */
async function startServer(replies: Replies = {}): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = [];
  server = createServer((socket) => converse(socket, replies, heard));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, heard };
}

function converse(socket: Socket, replies: Replies, heard: string[]): void {
  let isMessage = false;
  let rest = "";
  const say = (reply: string) => {
    if (reply !== "") socket.write(`${reply}\r\n`);
  };
  const hear = (line: string) => {
    heard.push(line);
    if (isMessage && line !== ".") return;
    const command = isMessage ? "." : (line.split(/[ :]/)[0] ?? "").toUpperCase();
    isMessage = command === "DATA" && replies["DATA"] === undefined;
    say(replies[line] ?? replies[command] ?? (isMessage ? "354 go on" : "250 ok"));
    if (command === "QUIT") socket.end();
  };
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("latin1")).split("\r\n");
    rest = lines.pop() ?? "";
    lines.forEach(hear);
  });
  say(replies["greeting"] ?? "220 test ready");
}

const PDF = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);

const MAIL: OutgoingMail = {
  to: "ada@example.com",
  replyTo: "hallo@ateliernoord.be",
  bcc: "archief@ateliernoord.be",
  fromName: "Atelier Noord, BV",
  subject: "Factuur 2026-0042",
  text: "Beste Ada",
  html: "<p>Beste Ada</p>",
  deliveryId: "delivery-42",
  attachments: [{ fileName: "factuur-2026-0042.pdf", mediaType: "application/pdf", bytes: PDF }],
};

function connect(port: number, timeoutSeconds = 5): MailTransport {
  transport = smtpTransport({
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    fromAddress: "docket@mail.example",
    timeoutSeconds,
  });
  return transport;
}

describe("smtpTransport", () => {
  it("delivers the mail with its attachment, byte for byte", async () => {
    const { port, heard } = await startServer();
    expect(await connect(port).send(MAIL)).toEqual({
      ok: true,
      value: {
        messageId: "<delivery-42@mail.example>",
        accepted: ["ada@example.com", "archief@ateliernoord.be"],
      },
    });
    expect(heard).toContain("MAIL FROM:<docket@mail.example>");
    expect(heard).toContain("RCPT TO:<archief@ateliernoord.be>");
    expect(heard).toContain('From: "Atelier Noord, BV" <docket@mail.example>');
    expect(heard).toContain("Message-ID: <delivery-42@mail.example>");
    expect(heard.some((line) => /^bcc:/i.test(line))).toBe(false);
    expect(Buffer.from(attachmentOf(heard), "base64").equals(PDF)).toBe(true);
  });

  it("keeps its connection for the next mail", async () => {
    const { port, heard } = await startServer();
    const mails = connect(port);
    await mails.send(MAIL);
    await mails.send(MAIL);
    expect(heard.filter((line) => line.startsWith("EHLO"))).toHaveLength(1);
    expect(heard.filter((line) => line.startsWith("Message-ID"))).toEqual([
      "Message-ID: <delivery-42@mail.example>",
      "Message-ID: <delivery-42@mail.example>",
    ]);
  });

  it("lets no line break or comma add a header or a recipient", async () => {
    const { port, heard } = await startServer();
    await connect(port).send({
      ...MAIL,
      subject: "Hello\r\nBcc: eve@example.com",
      fromName: "A\r\nBcc: eve@example.com",
      to: "ada@example.com, eve@example.com",
    });
    expect(heard.filter((line) => line.startsWith("RCPT TO:<eve"))).toEqual([]);
    expect(heard.some((line) => /^bcc/i.test(line))).toBe(false);
  });

  it.each([
    ["a recipient that is unknown", { RCPT: "550 no such user" }, "mail-rejected-recipient"],
    ["a recipient that is busy", { RCPT: "451 greylisted, try again" }, "mail-unreachable"],
    ["a sender that is not ours", { MAIL: "550 not allowed" }, "mail-refused"],
    ["a mail that is spam", { ".": "554 no spam, please" }, "mail-refused"],
    ["a server that is full", { ".": "452 no space" }, "mail-unreachable"],
    ["a server that is closing", { greeting: "421 come back later" }, "mail-unreachable"],
  ] as const)("meets %s", async (_, replies, code) => {
    const { port } = await startServer(replies);
    expect(await connect(port).send(MAIL)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ["550 no such user", "mail-rejected-recipient"],
    ["451 greylisted", "mail-unreachable"],
  ])("does not call a mail sent that only the hidden copy got: %s", async (reply, code) => {
    const { port } = await startServer({ "RCPT TO:<ada@example.com>": reply });
    expect(await connect(port).send(MAIL)).toMatchObject({ ok: false, problem: { code } });
  });

  it("calls a mail sent whose hidden copy alone was refused", async () => {
    const { port } = await startServer({ "RCPT TO:<archief@ateliernoord.be>": "550 no such user" });
    expect(await connect(port).send(MAIL)).toMatchObject({
      ok: true,
      value: { accepted: ["ada@example.com"] },
    });
  });

  it("meets a wrong password", async () => {
    const { port } = await startServer({ EHLO: "250 AUTH PLAIN", AUTH: "535 wrong password" });
    transport = smtpTransport({
      url: `smtp://user:secret@127.0.0.1:${port}?ignoreTLS=true`,
      fromAddress: "docket@mail.example",
    });
    const sent = await transport.send(MAIL);
    expect(sent).toMatchObject({ ok: false, problem: { code: "mail-refused" } });
    expect(JSON.stringify(sent)).not.toContain("secret");
  });

  it("meets a port where nobody is", async () => {
    const { port } = await startServer();
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await connect(port).send(MAIL)).toMatchObject({
      ok: false,
      problem: { code: "mail-unreachable" },
    });
  });

  it.each([
    ["from the start", { greeting: "" }],
    ["in the middle", { DATA: "" }],
  ] as const)("does not wait for a server that falls silent %s", async (_, replies) => {
    const { port } = await startServer(replies);
    expect(await connect(port, 0.3).send(MAIL)).toMatchObject({
      ok: false,
      problem: { code: "mail-unreachable" },
    });
  });

  it("says that it was closed", async () => {
    const { port } = await startServer();
    const mails = connect(port);
    mails.close();
    expect(await mails.send(MAIL)).toMatchObject({
      ok: false,
      problem: { code: "mail-unreachable" },
    });
  });
});

function attachmentOf(heard: readonly string[]): string {
  const start = heard.findIndex((line) => line.startsWith("Content-Type: application/pdf"));
  const body = heard.indexOf("", start) + 1;
  const end = heard.findIndex((line, index) => index > body && line.startsWith("--"));
  return heard.slice(body, end).join("");
}
