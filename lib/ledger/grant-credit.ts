import type { Tx } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import { type Nano, ZERO } from "@/lib/values/money";
import { postedOf, postWithin } from "./post";
import type { GrantOrigin, Posting, Source, Transaction, TransactionType } from "./types";

export interface Grant {
  accountId: string;
  unit: Unit;
  type: Extract<TransactionType, "topup" | "auto_recharge" | "bonus" | "contract_grant" | "bonus_grant">;
  /** Nano-credits, or tool runs. */
  amount: Nano;
  description: string;
  source: Source;
  idempotencyKey: string;
  expiresAt?: Date | null;
  refType?: string;
  refId?: string;
  at?: Date;
}

const ORIGIN_OF: Readonly<Record<Grant["type"], GrantOrigin>> = {
  topup: "topup",
  auto_recharge: "topup",
  bonus: "bonus",
  contract_grant: "contract",
  bonus_grant: "bonus",
};

/** The posting that adds a lot of credit. Top-ups, recharges and the cash part of contracts are paid credit, the rest is free. */
export function grantPosting({
  accountId,
  unit,
  type,
  amount,
  description,
  source,
  idempotencyKey,
  expiresAt,
  refType,
  refId,
  at,
}: Grant): Posting {
  const origin = ORIGIN_OF[type];
  const paid = origin === "topup" || origin === "contract" ? amount : ZERO;
  const reference = refType !== undefined && refId !== undefined ? { refType, refId } : {};
  const grant = { origin, paid, expiresAt: expiresAt ?? null };
  return {
    accountId,
    unit,
    idempotencyKey,
    floor: null,
    ...(at ? { at } : {}),
    entries: [{ type, amount, description, source, ...reference, grant }],
  };
}

/** Adds a lot of credit inside the caller's transaction. @throws Refusal when the ledger refuses it. */
export async function grantCredit(tx: Tx, grant: Grant): Promise<Transaction> {
  const [outcome] = await postWithin(tx, [grantPosting(grant)]);
  const [row] = postedOf(outcome).transactions;
  if (!row) throw new Error("a grant was posted without a row");
  return row;
}
