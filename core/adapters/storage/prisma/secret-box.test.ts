import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { secretBox } from "./secret-box.ts";

const KEY = randomBytes(32);
const SECRET = "ab".repeat(32);

describe("with a key", () => {
  const box = secretBox(KEY);

  it("gives back what it sealed, which shows nothing of it and is never twice the same", () => {
    const sealed = box.seal(SECRET, "shop-1");
    expect(sealed).not.toContain(SECRET);
    expect(box.seal(SECRET, "shop-1")).not.toBe(sealed);
    expect(box.open(sealed, "shop-1")).toBe(SECRET);
  });

  it("does not open another owner's, what was changed, nor what another key sealed", () => {
    const sealed = box.seal(SECRET, "shop-1");
    const changed = Buffer.from(sealed.slice("aes-256-gcm:".length), "base64");
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(() => box.open(sealed, "shop-2")).toThrow("SHOP_SECRETS_KEY is not the key");
    expect(() => box.open(`aes-256-gcm:${changed.toString("base64")}`, "shop-1")).toThrow(
      "SHOP_SECRETS_KEY is not the key",
    );
    expect(() => secretBox(randomBytes(32)).open(sealed, "shop-1")).toThrow("SHOP_SECRETS_KEY");
    expect(() => secretBox(null).open(sealed, "shop-1")).toThrow("set SHOP_SECRETS_KEY");
  });

  it("reads what was stored before there was a key", () => {
    expect(box.open(secretBox(null).seal(SECRET, "shop-1"), "shop-1")).toBe(SECRET);
  });
});
