import { contextOfCustomer } from "@/lib/backoffice/accounts/read-customer";
import { CustomerParam } from "@/lib/backoffice/accounts/schema";
import { noteFile } from "@/lib/backoffice/views/note-file";
import { exportPayments } from "@/lib/purchases/export-payments";
import { PaymentsQuery } from "@/lib/purchases/schema";
import { endpoint } from "@/lib/web/endpoint";
import { fileAnswer } from "@/lib/web/file-answer";

/** What an account paid as CSV: the rows of the operator's page. */
export const GET = endpoint.operator({
  params: CustomerParam,
  query: PaymentsQuery,
  run: async (operator, { params, query: { view } }) => {
    const ctx = await contextOfCustomer(operator, params.id);
    const file = { name: `payments-${params.id}.csv`, type: "text/csv; charset=utf-8" };
    await noteFile(ctx, file.name);
    return fileAnswer(ctx, file, () => exportPayments(ctx, view));
  },
});
