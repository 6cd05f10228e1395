import { z } from "zod";
import type { TransactionType } from "@/lib/ledger/types";
import { TransactionAnswer } from "@/lib/metering/schema-ledger";
import { UNITS } from "@/lib/values/ids";

const whole = z.string().regex(/^-?(0|[1-9][0-9]*)$/);

// The order in which the chain seals a row (lib/ledger/rules/hash.ts).
const Sealed = z.tuple([
  z.uuid(),
  z.enum(UNITS),
  whole,
  z.iso.datetime({ precision: 3 }),
  TransactionAnswer.shape.type,
  whole,
  whole,
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  z.array(z.tuple([z.int(), whole])),
]);

/** A row of the chain, read from its sealed text. Amounts in nano-credits, or tool runs. */
export interface SealedRow {
  accountId: string;
  unit: string;
  seq: bigint;
  createdAt: string;
  type: TransactionType;
  amount: bigint;
  balanceAfter: bigint;
  description: string;
  refType: string | null;
  refId: string | null;
  lots: readonly (readonly [no: number, amount: bigint])[];
}

/** Reads a row; null for a text that is none. */
export function readSealedRow(text: string): SealedRow | null {
  const read = Sealed.safeParse(parse(text));
  if (!read.success) return null;
  const [accountId, unit, seq, createdAt, type, amount, balanceAfter, description, , refType, refId, , lots] =
    read.data;
  return {
    accountId,
    unit,
    createdAt,
    type,
    description,
    refType,
    refId,
    seq: BigInt(seq),
    amount: BigInt(amount),
    balanceAfter: BigInt(balanceAfter),
    lots: lots.map(([no, change]) => [no, BigInt(change)] as const),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
