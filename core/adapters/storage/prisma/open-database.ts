import { connect, type DatabaseConnection } from "./connect.ts";
import { describeServer } from "./describe-server.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { migrate } from "./migrate.ts";

export interface DatabaseEnvironment {
  /** Somebody's PostgreSQL. Without it, our own runs on the data folder. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
  /** False for a command that comes and goes: it stops our own server only when it started it. True when absent. */
  readonly owns?: boolean;
}

export interface Database extends DatabaseConnection {
  readonly url: string;
  /** For people: which folder or which server to back up. */
  readonly whereDataLives: string;
}

interface Server {
  readonly url: string;
  readonly whereDataLives: string;
  readonly stop: () => Promise<void>;
}

/** A migrated database to work with. `close` also stops our own server, when nobody else uses it. */
export async function openDatabase(environment: DatabaseEnvironment): Promise<Database> {
  const { url, whereDataLives, stop } = await findServer(environment);
  try {
    await migrate(url);
  } catch (error) {
    await stop();
    throw error;
  }
  const connection = connect(url);
  return {
    ...connection,
    url,
    whereDataLives,
    close: async () => {
      await connection.close();
      await stop();
    },
  };
}

async function findServer({
  databaseUrl,
  dataFolder,
  owns = true,
}: DatabaseEnvironment): Promise<Server> {
  if (databaseUrl) {
    const whereDataLives = describeServer(databaseUrl);
    return { url: databaseUrl, whereDataLives, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataFolder, owns });
  return { url: server.url, whereDataLives: server.dataFolder, stop: server.stop };
}
