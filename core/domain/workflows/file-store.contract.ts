import { describe, expect, it } from "vitest";
import type { FileStore } from "./ports.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every FileStore promises. `open` gives an empty one. */
export function fileStoreContract(name: string, open: () => Promise<FileStore>): void {
  const read = async (files: FileStore, key: string) => {
    const bytes = await files.read(key);
    return bytes && new TextDecoder().decode(bytes);
  };

  describe(`${name} keeps files`, () => {
    it("gives back the bytes of a key, and nothing for a key that is not there", async () => {
      const files = await open();
      await files.write("documents/m1/a.pdf", bytesOf("a"));
      await files.write("documents/m1/b.pdf", bytesOf(""));

      expect(await read(files, "documents/m1/a.pdf")).toBe("a");
      expect(await read(files, "documents/m1/b.pdf")).toBe("");
      expect(await files.read("documents/m1/c.pdf")).toBeUndefined();
      expect(await files.read("documents/m1/a.pdf/b")).toBeUndefined();
    });

    it("takes the same bytes twice, and never others", async () => {
      const files = await open();
      await files.write("a.pdf", bytesOf("a"));
      await files.write("a.pdf", bytesOf("a"));

      await expect(files.write("a.pdf", bytesOf("b"))).rejects.toThrow("other bytes");
      expect(await read(files, "a.pdf")).toBe("a");
    });

    it("takes the same file from many at once", async () => {
      const files = await open();
      await Promise.all(Array.from({ length: 10 }, () => files.write("x/a.pdf", bytesOf("a"))));

      expect(await read(files, "x/a.pdf")).toBe("a");
    });

    it("removes a file, also one that is gone", async () => {
      const files = await open();
      await files.write("a.pdf", bytesOf("a"));
      await files.remove("a.pdf");
      await files.remove("a.pdf");

      expect(await files.read("a.pdf")).toBeUndefined();
    });

    it.each([
      "",
      "/etc/passwd",
      "../a",
      "a/../../b",
      "a//b",
      "a/",
      ".hidden",
      "a\\b",
      "a\0b",
      "C:/a",
      "a/..",
    ])("refuses %j as a key", async (key) => {
      const files = await open();

      await expect(async () => files.read(key)).rejects.toThrow("is not a file key");
      await expect(async () => files.write(key, bytesOf("a"))).rejects.toThrow("is not a file key");
      await expect(async () => files.remove(key)).rejects.toThrow("is not a file key");
    });
  });
}
