import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { readPage } from "./read-page.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A site on this machine, by its address. */
async function aSite(listener: RequestListener): Promise<{ url: string; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port };
}

const local = { allowsLocal: true };
const asServed = { allowsLocal: false };

it("reads a page", async () => {
  const { url } = await aSite((request, response) => response.end(`één ${request.url}`));
  expect(await readPage(`${url}/a?b=c`, local)).toEqual({ ok: true, value: "één /a?b=c" });
});

it("asks nobody within this machine or its network, by address or by name", async () => {
  let asked = 0;
  const { port } = await aSite((_request, response) => {
    asked += 1;
    response.end("{}");
  });
  const hosts = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433"];
  for (const host of hosts) {
    expect(await readPage(`http://${host}:${port}/`, asServed)).toMatchObject({
      ok: false,
      problem: { code: "site-private" },
    });
  }
  expect(asked).toBe(0);
});

it.each(["file:///etc/passwd", "ftp://shop.example/", "gopher://127.0.0.1/", "shop.example", ""])(
  "does not know %j",
  async (address) => {
    expect(await readPage(address, local)).toMatchObject({
      ok: false,
      problem: { code: "site-unreachable" },
    });
  },
);

it("follows no redirect", async () => {
  let isFollowed = false;
  const inner = await aSite((_request, response) => {
    isFollowed = true;
    response.end();
  });
  const { url } = await aSite((_request, response) =>
    response.writeHead(302, { Location: inner.url }).end(),
  );
  const read = await readPage(url, local);
  expect(read).toMatchObject({ ok: false, problem: { code: "site-unreachable" } });
  expect(read.ok || read.problem.message).toContain(`it leads to ${inner.url}`);
  expect(isFollowed).toBe(false);
});

it.each([404, 500, 204])("takes no answer of status %i", async (status) => {
  const { url } = await aSite((_request, response) => response.writeHead(status).end());
  expect(await readPage(url, local)).toMatchObject({
    problem: { code: "site-unreachable", message: expect.stringContaining(`${status}`) },
  });
});

it("stops reading what has no end", async () => {
  const { url } = await aSite((_request, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write("x".repeat(10_000)));
      if (!response.destroyed) response.once("drain", write);
    };
    write();
  });
  expect(await readPage(url, local)).toMatchObject({
    problem: { message: expect.stringContaining("too long") },
  });
});

it("does not wait for a site that is slow, from the first byte to the last", async () => {
  const silent = await aSite(() => undefined);
  const dripping = await aSite((_request, response) => {
    const drops = setInterval(() => response.write("x"), 50);
    response.once("close", () => clearInterval(drops));
  });
  for (const { url } of [silent, dripping]) {
    expect(await readPage(url, { ...local, timeoutMs: 300 })).toMatchObject({
      problem: { message: expect.stringContaining("did not answer in time") },
    });
  }
});

it("says that nobody is there", async () => {
  expect(await readPage("http://127.0.0.1:1/", local)).toMatchObject({
    problem: { code: "site-unreachable", message: expect.stringContaining("ECONNREFUSED") },
  });
});
