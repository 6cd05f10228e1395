import { readWallets } from "@/lib/ledger/wallets";
import type { Context } from "@/lib/values/context";

/** Whether nothing was ever used: the starter grants are the first row of each wallet, and an account that never called has no more. */
export async function isFresh(ctx: Context): Promise<boolean> {
  const { credit, tool_run } = await readWallets(ctx);
  return credit.seq <= 1n && tool_run.seq <= 1n;
}
