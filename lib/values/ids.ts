import { v7 } from "uuid";

/** The two units in which an account holds a balance. */
export const UNITS = ["credit", "tool_run"] as const;
export type Unit = (typeof UNITS)[number];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TRANSACTION = /^txn_([0-9a-f]{32})([ct])([1-9][0-9]{0,18})$/;

/** A new identifier that sorts by time, so that index pages stay warm; by another time than now for a history that is brought over. */
export function newId(at?: Date): string {
  return at ? v7({ msecs: at.getTime() }) : v7();
}

/** Only the canonical lower-case form: one thing has one name. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export interface TransactionKey {
  accountId: string;
  unit: Unit;
  seq: bigint;
}

/**
 * The public id of a ledger row. It is made of the row's own key, so that no index is needed to find a row by it,
 * and support can find the account of any pasted id.
 */
export function transactionId({ accountId, unit, seq }: TransactionKey): string {
  return `txn_${accountId.replaceAll("-", "")}${unit === "credit" ? "c" : "t"}${seq.toString()}`;
}

/** The key behind a public id, or null for text that is no such id. */
export function parseTransactionId(id: string): TransactionKey | null {
  const [, hex, unit, seq] = TRANSACTION.exec(id) ?? [];
  if (!hex || !unit || !seq) return null;
  const number = BigInt(seq);
  if (number > 9_223_372_036_854_775_807n) return null;
  const accountId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { accountId, unit: unit === "c" ? "credit" : "tool_run", seq: number };
}
