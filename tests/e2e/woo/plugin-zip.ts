import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { writeFile, mkdtemp } from "node:fs/promises";
import { zipSync } from "fflate";
export async function pluginZip(): Promise<string> {
  const root = fileURLToPath(new URL("../../../woocommerce-plugin", import.meta.url));
  const files: Record<string, Uint8Array> = {};
  for (const top of ["docket.php", "uninstall.php", "src", "assets", "build", "languages"]) {
    const at = path.join(root, top);
    const names = top.includes(".") ? [""] : readdirSync(at, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => path.relative(at, path.join(e.parentPath, e.name)));
    for (const name of names) files[path.join("docket", top, name)] = readFileSync(path.join(at, name));
  }
  const file = path.join(await mkdtemp("/tmp/docket-zip-"), "docket.zip");
  await writeFile(file, zipSync(files));
  return file;
}
