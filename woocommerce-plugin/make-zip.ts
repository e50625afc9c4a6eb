import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync, zipSync } from "fflate";

/** Builds out/docket.zip, which WordPress installs: what runs, without sources and tests. The admin page is built before. */
const plugin = fileURLToPath(new URL(".", import.meta.url));
const target = fileURLToPath(new URL("../out/docket.zip", import.meta.url));
const PARTS = ["docket.php", "uninstall.php", "readme.txt", "src", "assets", "build", "languages"];
/** Translators' files; WordPress reads what is made of them. */
const LEFT_OUT = /\.(po|map)$/;
/** What the admin page may add beyond WordPress's own packages, packed. */
const BUNDLE_BYTES = 150 * 1024;
/** The same files give the same bytes. ZIP counts from 1980. */
const MADE_AT = new Date("2000-01-01T12:00:00Z");

requireBuild();
requireOneVersion();
const files = PARTS.flatMap(filesOf).filter((file) => !LEFT_OUT.test(file));
const entries = Object.fromEntries(
  files.map((file) => [`docket/${file}`, new Uint8Array(readFileSync(path.join(plugin, file)))]),
);
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, zipSync(entries, { level: 9, mtime: MADE_AT }));
process.stdout.write(`${target}: ${files.length} files, ${statSync(target).size} bytes\n`);

function filesOf(part: string): string[] {
  if (statSync(path.join(plugin, part)).isFile()) return [part];
  return readdirSync(path.join(plugin, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(plugin, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

function requireBuild(): void {
  for (const file of ["index.js", "index.asset.php", "style-index.css"]) {
    if (!existsSync(path.join(plugin, "build", file))) {
      throw new Error(
        `build/${file} is missing. Build the admin page: npm run build in woocommerce-plugin/admin.`,
      );
    }
  }
  const bytes = gzipSync(new Uint8Array(readFileSync(path.join(plugin, "build/index.js")))).length;
  if (bytes > BUNDLE_BYTES)
    throw new Error(`The admin page has ${bytes} bytes packed; ${BUNDLE_BYTES} are allowed.`);
}

/** WordPress reads the version in three places. */
function requireOneVersion(): void {
  const main = readFileSync(path.join(plugin, "docket.php"), "utf8");
  const readme = readFileSync(path.join(plugin, "readme.txt"), "utf8");
  const versions = [
    /^ \* Version: (.+)$/m.exec(main),
    /'DOCKET_VERSION', '(.+)'/.exec(main),
    /^Stable tag: (.+)$/m.exec(readme),
  ].map((found) => found?.[1]);
  const [version] = versions;
  if (version === undefined || versions.some((other) => other !== version)) {
    throw new Error(`The plugin's versions differ: ${versions.join(", ")}.`);
  }
}
