import { endpoint } from "@/lib/web/endpoint";
import { openStream } from "@/lib/web/live/open-stream";

/** What a page of the console hears while it is open. */
export const GET = endpoint({
  scope: "ledger:read",
  run: async (ctx, { request }) => openStream(ctx, request.signal),
});
