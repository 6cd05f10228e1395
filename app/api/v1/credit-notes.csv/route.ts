import { exportCreditNotes } from "@/lib/purchases/export-papers";
import { endpoint } from "@/lib/web/endpoint";
import { csvAnswer } from "../csv-answer";

/** The account's credit notes as CSV. */
export const GET = endpoint({
  scope: "ledger:read",
  run: async (ctx) => csvAnswer(ctx, "credit-notes", {}, () => exportCreditNotes(ctx)),
});
