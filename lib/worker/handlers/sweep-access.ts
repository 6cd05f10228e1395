import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { DAY_MS } from "@/lib/values/time";
import type { Handler } from "../handler";

/** Removes what is past its time: answers kept for repeated requests, counters of tries, old links and old sessions. */
export const sweepAccess: Handler = async () => {
  const now = Date.now();
  await acrossAccounts((tx) =>
    tx.idempotentRequest.deleteMany({ where: { createdAt: { lt: new Date(now - DAY_MS) } } }),
  );
  await prisma().rateLimit.deleteMany({ where: { expire: { lt: BigInt(now) } } });
  await prisma().passwordReset.deleteMany({ where: { expiresAt: { lt: new Date(now - 7 * DAY_MS) } } });
  // Kept for a while after their end: where someone signed in before, a flood from elsewhere does not lock them out.
  await prisma().session.deleteMany({ where: { expiresAt: { lt: new Date(now - 90 * DAY_MS) } } });
};
