import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";

const database = await testDatabase();

/** The command as people run it. */
const connect = (site: string) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const command = ["core/server/cli/docket.ts", "connect-shop", "--site", site];
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      SHOPIFY_APP_URL: "https://docket.test",
    };
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ code, stdout, stderr });
    });
  });

it("prints the delivery URL and the secret of a shop, and a new secret the second time", async () => {
  const first = await connect("https://Shop.Example/winkel/");
  const { id, domain, platform } = await database.prisma.shop.findFirstOrThrow();
  expect({ domain, platform }).toEqual({ domain: "shop.example/winkel", platform: "woocommerce" });
  expect(first.stdout).toContain(`https://docket.test/webhooks/woocommerce/${id}\n`);
  const secretOf = (text: string) => /Secret +([0-9a-f]{64})\n/.exec(text)?.[1];
  expect(secretOf(first.stdout)).toBeDefined();

  const second = await connect("http://shop.example/winkel");
  expect(second.stdout).toContain(`/webhooks/woocommerce/${id}\n`);
  expect(secretOf(second.stdout)).not.toBe(secretOf(first.stdout));
});

it("says what is no site", async () => {
  expect(await connect("shop")).toEqual({
    code: 2,
    stdout: "",
    stderr: "shop is not the address of a site, such as https://shop.example.\n",
  });
});
