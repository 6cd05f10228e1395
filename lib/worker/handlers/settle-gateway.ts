import { settleAbandonedCalls } from "@/lib/gateway/calls/settle-abandoned";
import type { Handler } from "../handler";

/** Settles the gateway's calls whose process has died. */
export const settleGateway: Handler = async () => {
  await settleAbandonedCalls();
};
