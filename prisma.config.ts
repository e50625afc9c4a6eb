import { defineConfig } from "prisma/config";
import { schemaEngineAdapter } from "./prisma/schema-engine-adapter.ts";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => {
    const url = process.env["DATABASE_URL"];
    if (!url) throw new Error("This Prisma command needs a database: set DATABASE_URL.");
    return schemaEngineAdapter(url);
  },
});
