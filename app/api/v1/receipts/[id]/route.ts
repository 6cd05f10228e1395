import { IdParam } from "@/lib/metering/schema-ledger";
import { receiptFile } from "@/lib/reports/statements/statement-file";
import { endpoint } from "@/lib/web/endpoint";

/** The signed receipt of a transaction, as the file that `ecu verify-statement` checks. */
export const GET = endpoint({
  scope: "ledger:read",
  params: IdParam,
  run: async (ctx, { params: { id } }) => {
    const { name, text } = await receiptFile(ctx, id);
    return new Response(text, {
      headers: {
        "content-type": "application/jsonl; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  },
});
