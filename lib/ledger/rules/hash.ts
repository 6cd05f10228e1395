import { hash as digest } from "node:crypto";
import type { Unit } from "@/lib/values/ids";
import { isoTime } from "@/lib/values/time";
import type { Transaction } from "../types";

/** What a wallet's chain starts from, before its first row. */
export function genesisHash(accountId: string, unit: Unit): Buffer {
  return digest("sha256", `ecu ledger ${accountId} ${unit}`, "buffer");
}

/** Everything of a row that the chain seals, as one text. Anyone who has the rows can compute the chain from it. */
export function sealedText(row: Omit<Transaction, "hash" | "balanceBefore">): string {
  return JSON.stringify([
    row.accountId,
    row.unit,
    row.seq.toString(),
    isoTime(row.createdAt),
    row.type,
    row.amount.toString(),
    row.balanceAfter.toString(),
    row.description,
    row.source,
    row.refType,
    row.refId,
    row.idempotencyKey,
    row.lots.map(([no, amount]) => [no, amount.toString()]),
  ]);
}

/** SHA-256 of the hash before it, in hex, and the sealed text. */
export function chainHash(previous: Buffer, sealed: string): Buffer {
  return Buffer.from(chainHashHex(previous.toString("hex"), sealed), "hex");
}

/** The same from hex to hex, for who walks a whole chain. */
export function chainHashHex(previous: string, sealed: string): string {
  return digest("sha256", previous + sealed, "hex");
}
