const lastOf = new Map<string, Promise<unknown>>();

/**
 * Runs what has the same key one after the other, within this process. It saves work, no more: three events of one order
 * then ask the shop once. Across processes the store keeps things right.
 */
export async function inTurn<Value>(key: string, run: () => Promise<Value>): Promise<Value> {
  const previous = lastOf.get(key) ?? Promise.resolve();
  const mine = previous.then(run, run);
  lastOf.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lastOf.get(key) === mine) lastOf.delete(key);
  }
}
