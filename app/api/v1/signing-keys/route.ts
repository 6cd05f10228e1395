import { keySet } from "@/lib/reports/statements/key-set";
import { endpoint } from "@/lib/web/endpoint";

export const dynamic = "force-dynamic";

/** The public keys of statements and receipts. Anyone may have them. */
export const GET = endpoint.public({
  run: async () => ({ body: await keySet(), headers: { "cache-control": "public, max-age=60" } }),
});
