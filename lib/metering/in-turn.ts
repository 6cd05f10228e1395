const turns = new Map<string, Promise<unknown>>();

/**
 * Runs one after the other what would wait for the same locks of an account anyway: in this process it takes one connection by that, and leaves
 * the others to everybody else.
 */
export async function inTurn<T>(accountId: string, run: () => Promise<T>): Promise<T> {
  const before = turns.get(accountId) ?? Promise.resolve();
  const mine = before.then(run, run);
  turns.set(accountId, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(accountId) === mine) turns.delete(accountId);
  }
}
