import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { temporaryDataFolder } from "../../../../tests/support/database-folder.ts";
import { queryServer } from "../../../../tests/support/database-server.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isPostgres } from "./embedded/postmaster.ts";

const MODULE = path.join(import.meta.dirname, "embedded-postgres.ts");
const COUNT_NOTES = "SELECT count(*)::int AS notes FROM note";

const dataFolder = await temporaryDataFolder();
const emptyFolder = await temporaryDataFolder();
const pidFile = path.join(dataFolder, "postgres", "data", "postmaster.pid");
const running: EmbeddedPostgres[] = [];

async function start(options: { readonly owns?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, ...options });
  running.push(server);
  return server;
}

async function readServerPid(): Promise<number> {
  return Number((await readFile(pidFile, "utf8")).split("\n")[0]);
}

/** Another process that starts the server, or attaches to it, and lives until it is killed. */
async function startOwner(): Promise<{ readonly owner: ChildProcess; readonly url: string }> {
  const program = `import { startEmbeddedPostgres } from ${JSON.stringify(MODULE)};
    const { url } = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)} });
    process.stdout.write(url);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = await once(owner.stdout, "data");
  return { owner, url: String(url) };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

beforeAll(async () => {
  const server = await start();
  await queryServer(server.url, "CREATE TABLE note (id INT PRIMARY KEY)");
  await server.stop();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

describe("startEmbeddedPostgres", () => {
  it("keeps its rows over a stop and a start", async () => {
    const first = await start();
    expect(first.attached).toBe(false);
    await queryServer(first.url, "INSERT INTO note VALUES (1)");
    await first.stop();
    await first.stop();

    expect(await queryServer((await start()).url, COUNT_NOTES)).toEqual([{ notes: 1 }]);
  });

  it("writes to disk before it says that a row is stored", async () => {
    const { url } = await start();
    expect(await queryServer(url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
    expect(await queryServer(url, "SHOW synchronous_commit")).toEqual([
      { synchronous_commit: "on" },
    ]);
  });

  it("lets nobody in without the password", async () => {
    const url = new URL((await start()).url);
    url.password = "postgres";
    await expect(queryServer(url.toString(), "SELECT 1")).rejects.toThrow("password");
  });

  it("keeps committed rows when server and owner are killed", async () => {
    const { owner, url } = await startOwner();
    await queryServer(url, "INSERT INTO note VALUES (2)");
    process.kill(await readServerPid(), "SIGKILL");
    await kill(owner);

    const server = await start();
    expect(server.attached).toBe(false);
    expect(await queryServer(server.url, COUNT_NOTES)).toEqual([{ notes: 2 }]);
  });

  it("attaches to the server of a killed owner and stops it in the end", async () => {
    const { owner, url } = await startOwner();
    const pid = await readServerPid();
    await kill(owner);

    const server = await start();
    expect(server).toMatchObject({ attached: true, url });
    await server.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  it("attaches to the server of a living owner and leaves it running", async () => {
    const { owner, url } = await startOwner();
    const server = await start();
    await server.stop();

    expect(server).toMatchObject({ attached: true, url });
    expect(await queryServer(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await kill(owner);
    await start();
  });

  it("leaves the server to a process that attached, when its starter goes first", async () => {
    const starter = await start();
    const { owner: other, url } = await startOwner();
    await starter.stop();

    expect(await queryServer(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await kill(other);
    await start();
  });

  it("is stopped by whoever leaves last", async () => {
    const starter = await start();
    const pid = await readServerPid();
    const other = await start();
    await starter.stop();
    await starter.stop();
    expect(isPostgres(pid)).toBe(true);
    await other.stop();

    expect(isPostgres(pid)).toBe(false);
  });

  it("is never stopped by a command that found it running, also when its starter was killed", async () => {
    const { owner, url } = await startOwner();
    const command = await start({ owns: false });
    await kill(owner);
    await command.stop();

    expect(await queryServer(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await start();
  });

  it("is stopped by a command that started it", async () => {
    const command = await start({ owns: false });
    const pid = await readServerPid();
    await command.stop();

    expect(isPostgres(pid)).toBe(false);
  });

  it("is not kept for a process that was killed earlier and whose pid another one has now", async () => {
    const server = await start();
    const pid = await readServerPid();
    const users = path.join(dataFolder, "postgres", "users");
    await writeFile(path.join(users, `${process.pid}.1.killed-long-ago`), "");
    await server.stop();

    expect(isPostgres(pid)).toBe(false);
  });

  it.each([
    ["another program's", String(process.pid)],
    ["nobody's", "4194000"],
  ])("starts over a stale postmaster.pid whose pid is %s", async (_, pid) => {
    const first = await start();
    const lock = await readFile(pidFile, "utf8");
    await first.stop();
    await writeFile(pidFile, lock.replace(/^\d+/, pid));

    expect((await start()).attached).toBe(false);
  });

  it("takes the port it is told and says where the data lie", async () => {
    const { port } = await start();
    await running.pop()?.stop();
    const lines: string[] = [];
    const server = await startEmbeddedPostgres({
      dataFolder,
      port,
      log: (line) => lines.push(line),
    });
    running.push(server);

    expect(server.port).toBe(port);
    expect(lines).toEqual([
      `PostgreSQL started on port ${port}, data in ${path.join(dataFolder, "postgres", "data")}`,
    ]);
  });

  it("tells PostgreSQL's own reason when it cannot start", async () => {
    const version = path.join(dataFolder, "postgres", "data", "PG_VERSION");
    await writeFile(version, "9\n");
    await expect(start()).rejects.toThrow("incompatible with server");
    await writeFile(version, "17\n");
  });
});

describe("two starts at once in an empty folder", () => {
  it("make one server", async () => {
    const servers = await Promise.all(
      [1, 2].map(() => startEmbeddedPostgres({ dataFolder: emptyFolder, durable: false })),
    );
    const [one, other] = servers;

    expect(one?.url).toBe(other?.url);
    expect(servers.filter(({ attached }) => attached)).toHaveLength(1);
    await Promise.all(servers.map((server) => server.stop()));
  });
});
