import { expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";

it("needs nothing to begin with, and takes an empty variable as not set", () => {
  expect(readEnvironment({ DATABASE_URL: "", PORT: "" })).toMatchObject({
    databaseUrl: undefined,
    dataFolder: ".data",
    port: 3000,
    runsJobs: true,
    scopes: ["read_orders", "read_products", "read_customers", "read_payment_terms"],
  });
});

it("asks Shopify for the scopes that shopify.app.toml names", async () => {
  const { readFile } = await import("node:fs/promises");
  const toml = await readFile("shopify.app.toml", "utf8");
  expect(toml).toContain(`scopes = "${readEnvironment({}).scopes.join(",")}"`);
});

it("does not listen on the address that Shopify's CLI puts into HOST", () => {
  expect(readEnvironment({ HOST: "https://tunnel.example" }).host).toBe("127.0.0.1");
});

it("names each variable that is wrong", () => {
  const wrong = { PORT: "many", JOBS: "maybe", SHOPIFY_APP_URL: "docket" };
  expect(() => readEnvironment(wrong)).toThrow(
    /PORT: .*\n.*JOBS: .*|SHOPIFY_APP_URL: expected an address/s,
  );
});

it("reads the key of the shops' secrets as base64 or hex, and refuses one of another length", () => {
  const bytes = Buffer.alloc(32, 7);
  for (const encoding of ["hex", "base64"] as const) {
    const SHOP_SECRETS_KEY = bytes.toString(encoding);
    expect(readEnvironment({ SHOP_SECRETS_KEY }).shopSecretsKey).toEqual(bytes);
  }
  expect(readEnvironment({}).shopSecretsKey).toBeNull();
  for (const wrong of ["short", "ab".repeat(31), "ab".repeat(33), `${bytes.toString("base64")}AA`])
    expect(() => readEnvironment({ SHOP_SECRETS_KEY: wrong })).toThrow(
      "SHOP_SECRETS_KEY: expected 32 bytes",
    );
});
