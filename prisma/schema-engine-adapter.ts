import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

type SchemaEngineAdapter = Pick<
  PrismaPg,
  "provider" | "adapterName" | "connect" | "connectToShadowDb"
>;
type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The catalogue's own types, which adapter-pg does not know: char, name, int2vector, oidvector and arrays. */
const READABLE_TYPES = new Map([
  [18, 25],
  [19, 25],
  [22, 1007],
  [30, 1028],
  [1002, 1009],
  [1003, 1009],
]);

/**
 * What the Prisma CLI reaches PostgreSQL with. The program itself never uses it. It mends three gaps that
 * adapter-pg 6 has as a driver for migrations: the catalogue's types, semicolons inside a function's body,
 * and a shadow database that is neither entered nor dropped when the URL names another one.
 */
export function schemaEngineAdapter(url: string): SchemaEngineAdapter {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => openConnection(url),
    connectToShadowDb: () => openShadow(url),
  };
}

async function openConnection(url: string): Promise<Connection> {
  const pool = makeCatalogueReadable(
    new pg.Pool({ connectionString: url, max: 2, idleTimeoutMillis: 200, allowExitOnIdle: true }),
  );
  const connection = await new PrismaPg(pool).connect();
  return Object.assign(connection, {
    // adapter-pg splits at every semicolon. Without arguments PostgreSQL takes the whole script at once.
    executeScript: async (script: string) => {
      await connection.executeRaw({ sql: script, args: [], argTypes: [] });
    },
    dispose: () => pool.end(),
  });
}

async function openShadow(url: string): Promise<Connection> {
  const name = `prisma_shadow_${randomUUID()}`;
  await runAlone(url, `CREATE DATABASE "${name}"`);
  const shadowUrl = new URL(url);
  shadowUrl.pathname = name;
  const shadow = await openConnection(shadowUrl.toString());
  const disconnect = shadow.dispose.bind(shadow);
  return Object.assign(shadow, {
    dispose: async () => {
      await disconnect();
      await runAlone(url, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  });
}

async function runAlone(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function makeCatalogueReadable(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool);
  return Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig, values?: unknown[]) => {
      const result = await query(config, values);
      for (const field of result.fields ?? []) {
        field.dataTypeID = READABLE_TYPES.get(field.dataTypeID) ?? field.dataTypeID;
      }
      return result;
    },
  });
}
