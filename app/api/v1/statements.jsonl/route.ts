import { StatementFileQuery } from "@/lib/reports/statements/schema-api";
import { statementFile } from "@/lib/reports/statements/statement-file";
import { endpoint } from "@/lib/web/endpoint";
import { fileAnswer } from "@/lib/web/file-answer";

/** A signed statement with its rows, as the file that `ecu verify-statement` checks. */
export const GET = endpoint({
  scope: "ledger:read",
  query: StatementFileQuery,
  run: async (ctx, { query: { unit, from, to, rows } }) => {
    const name = `statement-${from}-${to}${unit === "credit" ? "" : "-tool-runs"}.jsonl`;
    const file = { name, type: "application/jsonl; charset=utf-8" };
    return fileAnswer(ctx, file, () => statementFile(ctx, unit, { from, to }, rows === "true"));
  },
});
