import type { Tool } from "./tool";
import { explainChargeTool, listTransactionsTool } from "./tools/ledger";
import { getMandate, requestMandate } from "./tools/mandates";
import { estimateCost, getUsage } from "./tools/usage";
import { getWalletBalance, listRateCards } from "./tools/wallet";

/** Everything that an agent can do here, in the order in which it is listed. */
export const TOOLS: readonly Tool[] = [
  getWalletBalance,
  listTransactionsTool,
  getUsage,
  listRateCards,
  estimateCost,
  explainChargeTool,
  requestMandate,
  getMandate,
];
