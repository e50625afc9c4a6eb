import { randomUUID } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrate } from "../../core/adapters/storage/prisma/migrate.ts";
import { startThrowawayPostgres, type ThrowawayPostgres } from "../../prisma/throwaway-postgres.ts";
import { databaseUrl, queryServer } from "./database-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A database on the tests' server, for statements about other databases. */
    testServerUrl: string;
    /** The migrated database that every test database is a copy of. */
    testTemplate: string;
  }
}

/** One PostgreSQL for the whole run: TEST_DATABASE_URL's, or one of our own that goes with the run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await findTestServer();
  const template = `docket_template_${randomUUID().slice(0, 8)}`;
  try {
    await queryServer(server.url, `CREATE DATABASE ${template} TEMPLATE template0`);
    await migrate(databaseUrl(server.url, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  provide("testServerUrl", server.url);
  provide("testTemplate", template);
  return async () => {
    await queryServer(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.stop();
  };
}

async function findTestServer(): Promise<ThrowawayPostgres> {
  const url = process.env["TEST_DATABASE_URL"];
  return url ? { url, stop: () => Promise.resolve() } : startThrowawayPostgres();
}
