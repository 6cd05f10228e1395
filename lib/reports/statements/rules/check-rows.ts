import { chainHashHex } from "@/lib/ledger/rules/hash";
import { transactionId } from "@/lib/values/ids";
import { type AnyStatement, isStatement, type SignedDocument } from "../schema";
import { type Finding, wholeOf } from "./check-document";
import { kindsOf } from "./kinds-of";
import type { Points } from "./points";
import { rowKind } from "./row-kind";
import { readSealedRow, type SealedRow } from "./sealed-row";

const MOST_FAULTS = 20;

/** Walks the rows of a file along the chain, from the hash that its document begins with to the one that it ends with. */
export class RowsCheck {
  #hash: string;
  #seq: bigint;
  #balance: bigint;
  #time = "";
  #rows = 0n;
  readonly #faults: string[] = [];
  readonly #kinds = new Map<string, { addedRows: bigint; added: bigint; usedRows: bigint; used: bigint }>();
  readonly #lots = new Map<number, bigint>();

  constructor(
    readonly document: SignedDocument,
    readonly points: Points,
    /** How the file is called where others speak of it. */
    readonly name: string,
  ) {
    const { unit, chain } = document;
    this.#hash = chain.before;
    this.#seq = BigInt(chain.first_seq) - 1n;
    this.#balance = wholeOf(
      isStatement(document) ? document.opening : document.transaction.balance_before,
      unit,
    );
    if (isStatement(document))
      for (const { no, left } of document.opening_grants) this.#lots.set(no, wholeOf(left, unit));
  }

  /** The next row, as the file has it. */
  step(line: string): void {
    this.#rows += 1n;
    this.#hash = chainHashHex(this.#hash, line);
    const row = readSealedRow(line);
    if (!row) return this.#fault(`row ${this.#rows} of the file cannot be read`);
    const { account, unit } = this.document;
    if (row.accountId !== account.id || row.unit !== unit)
      this.#fault(`row ${row.seq} is of another account or wallet`);
    if (row.seq !== this.#seq + 1n) this.#fault(`row ${this.#seq + 1n} is missing: row ${row.seq} follows`);
    if (row.balanceAfter !== this.#balance + row.amount) this.#fault(`row ${row.seq} does not add up`);
    if (row.createdAt < this.#time) this.#fault(`row ${row.seq} is older than the one before it`);
    this.#holdAgainstDocument(row);
    this.#count(row);
    const contradiction = this.points.contradiction(this.document, row.seq.toString(), this.#hash, this.name);
    if (contradiction) this.#fault(contradiction);
    [this.#seq, this.#balance, this.#time] = [row.seq, row.balanceAfter, row.createdAt];
  }

  /** What was found. A statement may come without its rows: then only that is said. */
  finish(): Finding {
    const { document } = this;
    const [check, rows] = ["Rows", BigInt(document.chain.rows)];
    if (this.#rows === 0n && rows > 0n && isStatement(document))
      return { ok: true, check, detail: `the ${rows} rows are not in this file: their sums are signed` };
    if (this.#rows !== rows) this.#fault(`the file has ${this.#rows} rows, the document is about ${rows}`);
    if (this.#hash !== document.chain.after)
      this.#fault("the rows do not lead to the hash that was signed: one of them was changed");
    if (isStatement(document)) this.#finishStatement(document);
    const [first] = this.#faults;
    const more = this.#faults.length > 1 ? `, and ${this.#faults.length - 1} more` : "";
    return first === undefined
      ? { ok: true, check, detail: `${rows}, each with the hash that follows from the one before` }
      : { ok: false, check, detail: `${first}${more}` };
  }

  #finishStatement(document: AnyStatement): void {
    const at = (text: string) => wholeOf(text, document.unit);
    if (this.#balance !== at(document.closing)) this.#fault("the rows do not lead to the closing balance");
    const kinds = kindsOf(document).map(({ kind, rows, added, used }) =>
      [kind, ...rows, at(added), at(used)].join(" "),
    );
    const counted = [...this.#kinds].map(([kind, { addedRows, usedRows, added, used }]) => {
      const rows = document.format === "ecu-statement-1" ? [addedRows + usedRows] : [addedRows, usedRows];
      return [kind, ...rows, added, used].join(" ");
    });
    if (!sameSet(kinds, counted)) this.#fault("the rows by type are not those that the document says");
    const left = [...this.#lots]
      .filter(([, amount]) => amount !== 0n)
      .map(([no, amount]) => `${no} ${amount}`);
    const said = document.closing_grants.map((grant) => `${grant.no} ${at(grant.left)}`);
    if (!sameSet(said, left)) this.#fault("what the rows leave of the grants is not what the document says");
  }

  #holdAgainstDocument(row: SealedRow): void {
    const { document } = this;
    if (isStatement(document)) {
      const day = row.createdAt.slice(0, 10);
      if (day < document.period.from || day > document.period.to)
        this.#fault(`row ${row.seq} is of ${day}, outside the period`);
      return;
    }
    const { transaction, unit } = document;
    const said = [transaction.created_at, transaction.type, wholeOf(transaction.amount, unit)];
    const reads = [transaction.description, transaction.ref_type, transaction.ref_id];
    const id = transactionId({ accountId: document.account.id, unit, seq: row.seq });
    const same =
      id === transaction.id &&
      JSON.stringify([...said.map(String), ...reads]) ===
        JSON.stringify([
          row.createdAt,
          row.type,
          String(row.amount),
          row.description,
          row.refType,
          row.refId,
        ]);
    if (!same) this.#fault(`row ${row.seq} is not the transaction that the receipt names`);
  }

  #count({ type, amount, refType, lots }: SealedRow): void {
    const isOut = amount < 0n;
    // The first format knew types alone.
    const kind = this.document.format === "ecu-statement-1" ? type : rowKind({ type, isOut, refType });
    const sums = this.#kinds.get(kind) ?? { addedRows: 0n, added: 0n, usedRows: 0n, used: 0n };
    this.#kinds.set(
      kind,
      isOut
        ? { ...sums, usedRows: sums.usedRows + 1n, used: sums.used - amount }
        : { ...sums, addedRows: sums.addedRows + 1n, added: sums.added + amount },
    );
    for (const [no, change] of lots) this.#lots.set(no, (this.#lots.get(no) ?? 0n) + change);
  }

  #fault(text: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(text);
  }
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.toSorted().join() === right.toSorted().join();
}
