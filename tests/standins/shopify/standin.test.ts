import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { API_KEY, Harness, SHOP } from "./harness.ts";

let h: Harness;
beforeEach(async () => {
  h = await Harness.open();
});
afterEach(() => h.close());

describe("tokens", () => {
  it("refuses a wrong client secret", async () => {
    const { status, body } = await h.exchange({ client_secret: "wrong" });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: "invalid_client" });
  });

  it("refuses a session token of another app, another shop, or of yesterday", async () => {
    const spoiled = [{ aud: "other" }, { dest: "https://other.myshopify.com" }, { exp: 1 }];
    for (const claims of spoiled) {
      const { body } = await h.exchange({ subject_token: h.standin.idToken(SHOP, claims) });
      expect(body).toMatchObject({ error: "invalid_subject_token" });
    }
  });

  it("takes a refresh token once", async () => {
    const { refresh_token } = await h.install();
    const refresh = { grant_type: "refresh_token", refresh_token };
    expect((await h.askForToken(refresh)).status).toBe(200);
    const second = await h.askForToken(refresh);
    expect(second.status).toBe(400);
    expect(second.body).toMatchObject({ error: "invalid_grant" });
  });

  it("answers 401 to an unknown and to an expired access token", async () => {
    const { access_token } = await h.install();
    expect((await h.query("{ shop { name } }", {}, "shpat_nobody")).status).toBe(401);
    expect((await h.query("{ shop { name } }", {}, access_token)).status).toBe(200);
    h.advance(3_601);
    const path = `/_host/${SHOP}/admin/api/2026-10/graphql.json`;
    const late = await h.post(path, { query: "{ shop { name } }" }, access_token);
    expect(late).toEqual({
      status: 401,
      body: {
        errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
      },
    });
  });

  it("takes everything away at an uninstall, until the app is opened again", async () => {
    const { access_token } = await h.install();
    h.standin.installation.uninstall(h.standin.shop(SHOP));
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["app/uninstalled"]);
    expect((await h.query("{ shop { name } }", {}, access_token)).status).toBe(401);
    expect((await h.exchange()).body).toMatchObject({ error: "application_cannot_be_found" });
    const page = await fetch(`${h.standin.adminUrl}/store/demo/apps/${API_KEY}/app`);
    expect(page.status).toBe(200);
    expect((await h.exchange()).status).toBe(200);
  });
});

describe("the Admin API", () => {
  it("knows one version", async () => {
    const { access_token } = await h.install();
    const path = `/_host/${SHOP}/admin/api/2019-04/graphql.json`;
    expect((await h.post(path, { query: "{ shop { name } }" }, access_token)).status).toBe(404);
  });

  it("refuses a field that does not exist, in Shopify's words", async () => {
    const { errors } = await h.query("query Orders { orders(first: 1) { nodes { price } } }");
    expect(errors).toEqual([
      {
        message: "Field 'price' doesn't exist on type 'Order'",
        locations: [{ line: 1, column: 43 }],
        path: ["query Orders", "orders", "nodes", "price"],
        extensions: { code: "undefinedField", typeName: "Order", fieldName: "price" },
      },
    ]);
  });

  it("refuses orders without first or last, and more than 250", async () => {
    const none = await h.query("{ orders { nodes { id } } }");
    expect(none.errors?.[0]?.message).toBe("you must provide one of first or last");
    const many = await h.query("{ orders(first: 251) { nodes { id } } }");
    expect(many.errors?.[0]?.message).toBe("first cannot exceed 250");
  });

  it("says so when it has no resolver", async () => {
    const { errors } = await h.query("{ giftCards(first: 1) { nodes { id } } }");
    expect(errors?.[0]?.extensions).toMatchObject({ code: "ACCESS_DENIED" });
    const menus = await h.query("{ publicApiVersions { handle } }");
    expect(menus.errors?.[0]?.message).toBe("stand-in: publicApiVersions has no resolver yet");
  });

  it("throttles when the bucket is empty, and on demand", async () => {
    const { access_token } = await h.install();
    const costly =
      "{ orders(first: 10) { nodes { lineItems(first: 250) { nodes { variant { id } product { id } } } } } }";
    const codes: unknown[] = [];
    for (let call = 0; call < 12; call += 1) {
      h.standin.shop(SHOP).bucket.take(300);
      const { errors } = await h.query(costly, {}, access_token);
      codes.push(errors?.[0]?.extensions?.["code"]);
    }
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBe("THROTTLED");
    h.advance(20);
    h.standin.faults.set({ throttleNext: 1 });
    const throttled = await h.query("{ shop { name } }", {}, access_token);
    expect(throttled).toMatchObject({
      status: 200,
      errors: [
        {
          message: "Throttled",
          extensions: {
            code: "THROTTLED",
            documentation: "https://shopify.dev/api/usage/rate-limits",
          },
        },
      ],
      extensions: { cost: { requestedQueryCost: 1, actualQueryCost: null } },
    });
    expect((await h.query("{ shop { name } }", {}, access_token)).errors).toBeUndefined();
  });

  it("refuses a query that costs more than 1,000", async () => {
    const line =
      "lineItems(first: 250) { nodes { taxLines { title } product { id } variant { id } } }";
    const { errors } = await h.query(
      `{ orders(first: 250) { nodes { ${line} more: ${line} again: ${line} } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "MAX_COST_EXCEEDED", maxCost: 1000 });
  });

  it("pages stably by update time while an order changes", async () => {
    const { access_token } = await h.install();
    const page = async (after: string | null) => {
      const { data } = await h.query(
        `query Page($after: String) { orders(first: 2, after: $after, sortKey: UPDATED_AT, reverse: true) { nodes { name } pageInfo { endCursor hasNextPage } } }`,
        { after },
        access_token,
      );
      return z
        .object({
          orders: z.object({
            nodes: z.array(z.object({ name: z.string() })),
            pageInfo: z.object({ endCursor: z.string(), hasNextPage: z.boolean() }),
          }),
        })
        .parse(data).orders;
    };
    const first = await page(null);
    expect(first.nodes.map(({ name }) => name)).toEqual(["#1006", "#1005"]);
    h.standin.editOrder(SHOP, "#1001", { note: "changed meanwhile" });
    const second = await page(first.pageInfo.endCursor);
    expect(second.nodes.map(({ name }) => name)).toEqual(["#1004", "#1003"]);
  });

  it("filters orders and ignores a term it does not know", async () => {
    const { data } = await h.query(
      `{ orders(first: 10, query: "financial_status:paid created_at:>'2026-11-01' shoe_size:44") { nodes { name } } }`,
    );
    expect(data).toEqual({ orders: { nodes: [{ name: "#1003" }, { name: "#1005" }] } });
    expect(h.standin.ignoredSearchTerms).toEqual(["shoe_size:44"]);
  });

  it("marks as paid once, then says no", async () => {
    const { id } = h.standin.createOrder(SHOP, { kind: "business" });
    const mutation = `mutation Pay($id: ID!) { orderMarkAsPaid(input: { id: $id }) { order { displayFinancialStatus } userErrors { field message } } }`;
    const pay = async () => (await h.query(mutation, { id: `gid://shopify/Order/${id}` })).data;
    expect(await pay()).toMatchObject({
      orderMarkAsPaid: { order: { displayFinancialStatus: "PAID" }, userErrors: [] },
    });
    expect(await pay()).toMatchObject({
      orderMarkAsPaid: {
        order: null,
        userErrors: [{ message: "Order cannot be marked as paid." }],
      },
    });
  });
});

describe("access scopes", () => {
  it.each([
    ["read_products", "{ orders(first: 1) { nodes { id } } }", "orders"],
    ["read_orders", "{ orders(first: 1) { nodes { customer { id } } } }", "customer"],
    [
      "read_orders",
      `mutation { tagsAdd(id: "gid://shopify/Order/1", tags: ["a"]) { userErrors { message } } orderMarkAsPaid(input: { id: "gid://shopify/Order/1" }) { userErrors { message } } }`,
      "orderMarkAsPaid",
    ],
  ])("with %s only, refuses %s", async (scope, text, field) => {
    await h.close();
    h = await Harness.open([scope]);
    const { errors } = await h.query(text);
    expect(errors?.[0]?.message).toMatch(new RegExp(`^Access denied for ${field} field`));
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
    });
  });

  it("refuses an order through `node` too", async () => {
    const { id } = h.standin.createOrder(SHOP);
    h.standin.shop(SHOP).scopes = ["read_products"];
    const { data, errors } = await h.query(`{ node(id: "gid://shopify/Order/${id}") { id } }`);
    expect(data).toEqual({ node: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "ACCESS_DENIED" });
  });
});
