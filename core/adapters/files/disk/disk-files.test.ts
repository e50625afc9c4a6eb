import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { fileStoreContract } from "../../../domain/workflows/file-store.contract.ts";
import { diskFiles } from "./disk-files.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "docket-files-"));
  folders.push(folder);
  return folder;
}

fileStoreContract("disk", async () => diskFiles(await emptyFolder()));

it("leaves nothing beside the file, and nothing at all when writing fails", async () => {
  const folder = await emptyFolder();
  const files = diskFiles(folder);
  await files.write("x/a.pdf", new Uint8Array([1]));
  await writeFile(path.join(folder, "taken"), "");

  await expect(files.write("taken/a.pdf", new Uint8Array([1]))).rejects.toThrow("EEXIST");
  expect(await readdir(path.join(folder, "x"))).toEqual(["a.pdf"]);
});
