import { bulk, column } from "@/lib/db/column";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import type { Hold } from "../types";
import { insertOf, over, type Statement } from "./statement";

export interface HoldRecord {
  account_id: string;
  id: string;
  unit: Unit;
  kind: Hold["kind"];
  amount: Nano;
  status: Hold["status"];
  description: string;
  ref_type: string | null;
  ref_id: string | null;
  idempotency_key: string;
  created_at: Date;
  expires_at: Date | null;
  opened_seq: bigint | null;
  used: Nano | null;
  ended_at: Date | null;
  ended_seq: bigint | null;
  ended_key: string | null;
  feature: string;
  operation: string;
  model: string;
  member: string;
  team: string;
  project: string;
  key_id: string;
  mandate: string;
}

const HOLD_COLUMNS = `h.account_id, h.id, h.unit, h.kind, h.amount, h.status, h.description, h.ref_type, h.ref_id,
  h.idempotency_key, h.created_at, h.expires_at, h.opened_seq, h.used, h.ended_at, h.ended_seq, h.ended_key,
  h.feature, h.operation, h.model, h.member, h.team, h.project, h.key_id, h.mandate`;

export const READ_HOLDS = `
SELECT ${HOLD_COLUMNS} FROM holds h
WHERE h.account_id = ANY ($1::uuid[]) AND (h.id = ANY ($2::uuid[]) OR h.idempotency_key = ANY ($3::text[]))`;

export const READ_OPEN_HOLDS = `
SELECT ${HOLD_COLUMNS} FROM holds h
WHERE h.account_id = $1::uuid AND h.unit = $2::wallet_unit AND h.status = 'open' AND h.kind = 'reservation' AND ($3::uuid IS NULL OR h.id < $3::uuid)
ORDER BY h.id DESC LIMIT $4`;

export function findHolds(
  accounts: readonly string[],
  ids: readonly string[],
  keys: readonly string[],
): Statement {
  return {
    name: "ledger_known_holds",
    text: READ_HOLDS,
    values: [column(accounts), column(ids), column(keys)],
  };
}

export const insertHolds = insertOf(
  "holds",
  bulk<Hold>({
    account_id: ["uuid", (hold) => hold.accountId],
    id: ["uuid", (hold) => hold.id],
    unit: ["wallet_unit", (hold) => hold.unit],
    kind: ["hold_kind", (hold) => hold.kind],
    amount: ["bigint", (hold) => hold.amount],
    description: ["text", (hold) => hold.description],
    ref_type: ["text", (hold) => hold.refType],
    ref_id: ["text", (hold) => hold.refId],
    idempotency_key: ["text", (hold) => hold.idempotencyKey],
    created_at: ["timestamptz", (hold) => hold.createdAt],
    expires_at: ["timestamptz", (hold) => hold.expiresAt],
    opened_seq: ["bigint", (hold) => hold.openedSeq],
    status: ["hold_status", (hold) => hold.status],
    used: ["bigint", (hold) => hold.used],
    ended_at: ["timestamptz", (hold) => hold.endedAt],
    ended_seq: ["bigint", (hold) => hold.endedSeq],
    ended_key: ["text", (hold) => hold.endedKey],
    feature: ["text", ({ scope }) => scope.feature],
    operation: ["text", ({ scope }) => scope.operation],
    model: ["text", ({ scope }) => scope.model],
    member: ["text", ({ scope }) => scope.member],
    team: ["text", ({ scope }) => scope.team],
    project: ["text", ({ scope }) => scope.project],
    key_id: ["text", ({ scope }) => scope.keyId],
    mandate: ["text", ({ scope }) => scope.mandate],
  }),
);

const ENDS = bulk<Hold>({
  account_id: ["uuid", (hold) => hold.accountId],
  id: ["uuid", (hold) => hold.id],
  status: ["hold_status", (hold) => hold.status],
  used: ["bigint", (hold) => hold.used],
  ended_at: ["timestamptz", (hold) => hold.endedAt],
  ended_seq: ["bigint", (hold) => hold.endedSeq],
  ended_key: ["text", (hold) => hold.endedKey],
});

export const endHolds = over(
  "ledger_end_holds",
  ENDS,
  (rows) => `
UPDATE holds h SET status = n.status, used = n.used, ended_at = n.ended_at, ended_seq = n.ended_seq, ended_key = n.ended_key
FROM ${rows} WHERE h.account_id = n.account_id AND h.id = n.id`,
);
