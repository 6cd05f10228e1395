import { z } from "zod";
import { listTransactions } from "@/lib/ledger/list";
import { TRANSACTION_TYPES } from "@/lib/ledger/types";
import { explainRow } from "@/lib/reports/explain/explain-row";
import { ExplanationAnswer } from "@/lib/metering/schema-answers";
import { TransactionAnswer, TransactionQuery } from "@/lib/metering/schema-ledger";
import { transactionsAsked } from "@/lib/metering/transaction-query";
import { tool } from "../tool";

const MOST_ROWS = 200;

const { limit: _, type: __, ...filters } = TransactionQuery.shape;

export const listTransactionsTool = tool({
  name: "list_transactions",
  title: "List transactions",
  description:
    "Rows of the account's ledger, newest first, with the balance after each. Filter by type, UTC days, amount, text or reference; go on with before.",
  scope: "ledger:read",
  input: z.strictObject({
    ...filters,
    type: z.array(z.enum(TRANSACTION_TYPES)).min(1).optional().describe("Only these types."),
    limit: z.int().min(1).max(MOST_ROWS).default(20).describe("How many rows."),
  }),
  output: z.object({
    transactions: z.array(TransactionAnswer),
    next_before: z
      .string()
      .nullable()
      .describe("Send it as before for the rows that follow; null at the end."),
  }),
  readOnly: true,
  run: async (ctx, { limit, ...query }) => {
    const { filter, page } = transactionsAsked({ ...query, limit });
    const { rows, next } = await listTransactions(ctx, filter, page);
    return { transactions: rows, next_before: next };
  },
});

export const explainChargeTool = tool({
  name: "explain_charge",
  title: "Explain a transaction",
  description:
    "Why a row of the ledger is what it is: the computation of the charge with rate card, markup, floor and rounding, its hold, the grants it was taken " +
    "from, and its place in the chain.",
  scope: "ledger:read",
  input: z.strictObject({
    transaction_id: z.string().max(80).describe("The id of a transaction, such as list_transactions gives."),
  }),
  output: ExplanationAnswer,
  readOnly: true,
  run: (ctx, { transaction_id: id }) => explainRow(ctx, id),
});
