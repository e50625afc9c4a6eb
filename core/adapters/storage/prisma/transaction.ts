import type pg from "pg";

/** Runs `work` in one transaction: all of it is kept, or none when it throws. */
export async function inTransaction<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const value = await work(client);
    await client.query("COMMIT");
    client.release();
    return value;
  } catch (error) {
    const isUsable = await rollBack(client);
    client.release(!isUsable);
    throw error;
  }
}

/** False when the connection itself is gone; the server has then rolled back. */
async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}
