import { recordDataQueries } from "@/lib/metering/data-queries";
import { listDataQueries } from "@/lib/metering/list-data-queries";
import { DataQueryBatch, DataQueryPage } from "@/lib/metering/schema-queries";
import { endpoint } from "@/lib/web/endpoint";

/** Look-ups in free public data, newest first. */
export const GET = endpoint({
  scope: "usage:read",
  query: DataQueryPage,
  run: (ctx, { query, request }) => listDataQueries(ctx, query, request.url),
});

/** Records one to a thousand look-ups in free public data. Nothing is billed. */
export const POST = endpoint({
  scope: "usage:write",
  body: DataQueryBatch,
  maxBytes: 8 * 1_048_576,
  run: async (ctx, { body }) => ({ status: 207, body: { results: await recordDataQueries(ctx, body) } }),
});
