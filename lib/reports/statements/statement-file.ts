import { readInAccount } from "@/lib/db/transaction";
import { transactionOf } from "@/lib/ledger/records";
import { sealedText } from "@/lib/ledger/rules/hash";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "@/lib/ledger/statements/transactions";
import type { Context } from "@/lib/values/context";
import type { DayRange } from "@/lib/values/display/date-presets";
import type { Unit } from "@/lib/values/ids";
import { streamOf } from "@/lib/values/stream-of";
import { readReceipt } from "./read-receipt";
import { readStatement } from "./read-statement";
import { paperFileName } from "./rules/file-name";
import { type SignedLines, signDocument } from "./rules/file";
import type { SignedDocument, StatementDocument } from "./schema";
import { currentSeed } from "./signing-keys";

/** Rows that are read at a time. */
const SLICE = 5_000n;

/** Signs a document with the key that signs now. */
export async function signed(document: SignedDocument): Promise<SignedLines> {
  return signDocument(document, await currentSeed());
}

/**
 * The statement of some days as a file that its reader can check without us: the document, its signature, and the rows as the chain seals
 * them, a line each. Streams: rows never change, so that slices read one by one are still of one moment.
 */
export async function statementFile(
  ctx: Context,
  unit: Unit,
  days: DayRange,
  withRows = true,
): Promise<ReadableStream<Uint8Array>> {
  const document = await readStatement(ctx, unit, days);
  const { lines } = await signed(document);
  return streamOf(linesOf(lines, withRows ? sealedRows(document) : []));
}

/** The receipt, credit note or other paper of a row in the same form, and the name of its file. */
export async function receiptFile(ctx: Context, id: string): Promise<{ name: string; text: string }> {
  const { document, row } = await readReceipt(ctx, id);
  return {
    name: paperFileName(document.paper.kind, id),
    text: [...(await signed(document)).lines, row, ""].join("\n"),
  };
}

async function* linesOf(
  head: readonly string[],
  rows: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string, void> {
  yield `${head.join("\n")}\n`;
  yield* rows;
}

async function* sealedRows({ account, unit, chain }: StatementDocument): AsyncGenerator<string> {
  const last = BigInt(chain.last_seq);
  for (let first = BigInt(chain.first_seq); first <= last; first += SLICE) {
    const end = first + SLICE - 1n < last ? first + SLICE - 1n : last;
    const records = await readInAccount(account.id, (sql) =>
      sql.query<TransactionRecord>(
        `SELECT ${TRANSACTION_COLUMNS} FROM transactions t
         WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq BETWEEN $3 AND $4 ORDER BY t.seq`,
        [account.id, unit, first, end],
      ),
    );
    yield records.map((record) => `${sealedText(transactionOf(record))}\n`).join("");
  }
}
