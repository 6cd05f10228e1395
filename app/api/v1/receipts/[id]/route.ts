import { IdParam } from "@/lib/metering/schema-ledger";
import { receiptFile } from "@/lib/reports/statements/statement-file";
import { endpoint } from "@/lib/web/endpoint";

/** The signed receipt of a transaction, as the file that `ecu verify-statement` checks. */
export const GET = endpoint({
  scope: "ledger:read",
  params: IdParam,
  run: async (ctx, { params: { id } }) =>
    new Response(await receiptFile(ctx, id), {
      headers: {
        "content-type": "application/jsonl; charset=utf-8",
        "content-disposition": `attachment; filename="receipt-${id}.jsonl"`,
      },
    }),
});
