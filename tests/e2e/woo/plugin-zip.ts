import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const at = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

/** The ZIP that a merchant uploads, made of the plugin as it is now. */
export async function pluginZip(): Promise<string> {
  await promisify(execFile)(process.execPath, [at("woocommerce-plugin/make-zip.ts")]);
  return at("out/docket.zip");
}
