import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { vatCheckSchema } from "#domain/party";
import {
  startViesStandIn,
  type ViesStandIn,
} from "../../../../tests/standins/vies/vies-stand-in.ts";
import { viesChecker } from "./index.ts";

const BUYER = "NL004495445B01";
const SELLER = "BE0417497106";

const problem = (reason: string) => ({
  ok: false,
  problem: {
    code: "vat-check-unavailable",
    message: `The VAT number could not be verified: ${reason}.`,
  },
});

describe("VIES", () => {
  let vies: ViesStandIn;
  beforeEach(async () => {
    vies = await startViesStandIn({ port: 0 });
    vies.setValid(SELLER, "Atelier Noord BV");
    vies.setValid(BUYER, "GRACHTENGOED\n B.V.");
  });
  afterEach(() => vies.close());
  const check = (vatIdentifier: string, requester = "", timeoutMs = 5_000) =>
    viesChecker({ baseUrl: vies.url, timeoutMs }).check(vatIdentifier, requester);

  it("knows a number in use, and gives a consultation number to a requester with one of its own", async () => {
    const from = new Date().toISOString();
    const result = await check(BUYER, SELLER);
    expect(result).toEqual({
      ok: true,
      value: {
        vatIdentifier: BUYER,
        state: "valid",
        checkedAt: expect.any(String),
        consultationNumber: "WAPIAAAA00000001",
        name: "GRACHTENGOED B.V.",
      },
    });
    const { checkedAt } = vatCheckSchema.parse(result.ok && result.value);
    expect(checkedAt >= from && checkedAt <= new Date().toISOString()).toBe(true);
    expect(vies.asked).toEqual([
      {
        countryCode: "NL",
        vatNumber: "004495445B01",
        requesterMemberStateCode: "BE",
        requesterNumber: "0417497106",
      },
    ]);
  });

  it("gives none to nobody, and no name where the country does not tell", async () => {
    vies.setValid("DE136695976");
    expect(await check("DE136695976")).toMatchObject({
      ok: true,
      value: { state: "valid", consultationNumber: "", name: "" },
    });
    expect(vies.asked).toEqual([{ countryCode: "DE", vatNumber: "136695976" }]);
  });

  it("keeps the evidence of a number that is not in use, too", async () => {
    vies.setInvalid(BUYER);
    expect(await check(BUYER, SELLER)).toMatchObject({
      ok: true,
      value: { state: "invalid", consultationNumber: "WAPIAAAA00000001", name: "" },
    });
  });

  it("asks for Greece as EL and remembers the number as it was given", async () => {
    vies.setValid("EL094279805", "ΑΤΕΛΙΕ");
    expect(await check("GR 094279805", "XI432525179")).toMatchObject({
      ok: true,
      value: { vatIdentifier: "GR 094279805", state: "valid", name: "ΑΤΕΛΙΕ" },
    });
    expect(vies.asked.at(-1)).toEqual({ countryCode: "EL", vatNumber: "094279805" });
  });

  it("calls a number that cannot exist invalid", async () => {
    const number = "BE04174971060000";
    expect(await check(number, SELLER)).toMatchObject({
      ok: true,
      value: { vatIdentifier: number, state: "invalid", consultationNumber: "" },
    });
  });

  it.each([
    ["not in use", "BE0202239951"],
    ["of an impossible form", "BE04174971060000"],
  ])("asks again without a requester that is %s", async (_, requester) => {
    expect(await check(BUYER, requester)).toMatchObject({
      ok: true,
      value: { state: "valid", consultationNumber: "" },
    });
    expect(vies.asked).toHaveLength(2);
    expect(vies.asked[1]).toEqual({ countryCode: "NL", vatNumber: "004495445B01" });
  });

  it.each(["GB980780684", "CHE107787577MWST", ""])(
    "leaves out the requester %j",
    async (requester) => {
      expect(await check(BUYER, requester)).toMatchObject({ value: { state: "valid" } });
      expect(vies.asked).toEqual([{ countryCode: "NL", vatNumber: "004495445B01" }]);
    },
  );

  it.each(["GB980780684", "CHE107787577", "NO995525828", "0417497106", ""])(
    "never calls %j invalid, which VIES does not know",
    async (number) => {
      expect(await check(number)).toEqual(problem("VIES knows no numbers of that form"));
      expect(vies.asked).toEqual([]);
    },
  );

  it.each([
    ["MS_UNAVAILABLE", "the tax office of that country does not answer at the moment"],
    ["TIMEOUT", "the tax office of that country did not answer in time"],
    ["MS_MAX_CONCURRENT_REQ", "the tax office of that country is asked too much at the moment"],
    ["GLOBAL_MAX_CONCURRENT_REQ", "VIES is asked too much at the moment"],
    ["GLOBAL_MAX_CONCURRENT_REQ_TIME", "VIES is asked too much at the moment"],
    ["IP_BLOCKED", "VIES no longer answers this server"],
    ["VAT_BLOCKED", "VIES no longer answers about this number"],
    ["SERVICE_UNAVAILABLE", "VIES is out of service at the moment (SERVICE_UNAVAILABLE)"],
    ["VOW-ERR-1", "VIES is out of service at the moment (VOW-ERR-1)"],
  ])("takes %s for an outage, never for an answer", async (error, reason) => {
    vies.setDown("NL", error);
    expect(await check(BUYER, SELLER)).toEqual(problem(reason));
    expect(vies.asked).toHaveLength(1);
    vies.setUp("NL");
    expect(await check(BUYER, SELLER)).toMatchObject({ value: { state: "valid" } });
  });

  it("does not insist above the number of questions that a country takes at once", async () => {
    vies.setPace({ delayMilliseconds: 200, mostAtOnce: 1 });
    const results = await Promise.all([check(BUYER), check(BUYER), check(BUYER)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual(
      problem("the tax office of that country is asked too much at the moment"),
    );
  });

  it("does not wait longer than it was told", async () => {
    vies.setPace({ delayMilliseconds: 5_000 });
    const from = performance.now();
    expect(await check(BUYER, "", 100)).toEqual(problem("VIES did not answer in time"));
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it("says so when nobody is there", async () => {
    await vies.close();
    expect(await check(BUYER)).toEqual(problem("VIES cannot be reached"));
  });
});

describe("something else in the place of VIES", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  async function checkAgainst(listener: RequestListener) {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const checker = viesChecker({ baseUrl: `http://127.0.0.1:${address.port}/`, timeoutMs: 500 });
    return checker.check(BUYER, "");
  }
  const says =
    (status: number, body: string): RequestListener =>
    (_, response) =>
      void response.writeHead(status).end(body);
  const unreadable = (status: number) =>
    problem(`VIES gave an answer that cannot be read (status ${status})`);

  it.each([
    [200, "<html>Maintenance</html>"],
    [200, "{}"],
    [200, '{"valid":"true"}'],
    [200, '{"isValid":true}'],
    [200, '{"actionSucceed":false,"errorWrappers":[]}'],
    [200, "null"],
    [503, '{"valid":true}'],
    [500, ""],
    [404, "{}"],
  ])("with status %i and %j is an outage", async (status, body) => {
    expect(await checkAgainst(says(status, body))).toEqual(unreadable(status));
  });

  it("that redirects is not followed", async () => {
    let visits = 0;
    const result = await checkAgainst((_, response) => {
      visits += 1;
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(result).toEqual(problem("VIES cannot be reached"));
    expect(visits).toBe(1);
  });

  it("that never stops talking is cut off", async () => {
    let sent = 0;
    const result = await checkAgainst((_, response) => {
      response.writeHead(200);
      response.on("error", () => {});
      const talk = () => {
        if (response.destroyed) return;
        sent += 16_384;
        response.write(" ".repeat(16_384), () => setImmediate(talk));
      };
      talk();
    });
    expect(result).toEqual(unreadable(200));
    expect(sent).toBeLessThan(20_000_000);
  });

  it("that stops in the middle is an outage", async () => {
    const result = await checkAgainst((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"valid":true');
      setTimeout(() => response.destroy(), 20);
    });
    expect(result).toEqual(problem("VIES cannot be reached"));
  });

  it("is dated by our clock when it gives no instant", async () => {
    const result = await checkAgainst(says(200, '{"valid":true,"requestDate":"2026-11-21+01:00"}'));
    const { checkedAt, state } = vatCheckSchema.parse(result.ok && result.value);
    expect(state).toBe("valid");
    expect(Math.abs(Date.parse(checkedAt) - Date.now())).toBeLessThan(5_000);
  });
});
