import { authorizationTasks } from "@/lib/metering/preflight/announce-authorization";
import { expireDueGrants, expireDueHolds } from "@/lib/ledger/sweep";
import type { Handler } from "../handler";

/** Gives back holds whose time is over, and writes the expiry of grants in wallets that nobody uses. */
export const sweepLedger: Handler = async () => {
  await expireDueHolds((hold) => authorizationTasks(hold.accountId, "expired", hold));
  await expireDueGrants();
};
