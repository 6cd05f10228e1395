import { readWallet } from "@/lib/metering/read-wallet";
import { endpoint } from "@/lib/web/endpoint";

/** What is left of credits and tool runs. */
export const GET = endpoint({ scope: "account:read", run: async (ctx) => ({ body: await readWallet(ctx) }) });
