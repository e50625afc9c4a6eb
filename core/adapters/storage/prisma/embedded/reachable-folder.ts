import { createHash } from "node:crypto";
import { chmod, lstat, mkdir } from "node:fs/promises";

/** Not /var/tmp: systemd deletes what lies there untouched for 30 days, and invoices may not go. */
const REACHABLE_ROOT = "/var/lib";

/**
 * A folder that stands in for one under a place only root can enter, such as /root/docket.
 * Every account can pass through it; only root can list or change it. The same path gives the same folder.
 */
export async function makeReachableFolder(standsInFor: string): Promise<string> {
  const hash = createHash("sha256").update(standsInFor).digest("hex").slice(0, 16);
  const folder = `${REACHABLE_ROOT}/docket-${hash}`;
  await mkdir(folder, { recursive: true });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${folder} is not ours. Remove it, or set DATABASE_URL.`);
  }
  await chmod(folder, 0o711);
  return folder;
}
