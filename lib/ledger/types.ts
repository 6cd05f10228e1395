import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import type { RefusalCode } from "@/lib/values/refusal";
import type { UtcDay } from "@/lib/values/time";

export const TRANSACTION_TYPES = [
  "topup",
  "auto_recharge",
  "bonus",
  "contract_grant",
  "bonus_grant",
  "spend",
  "gpu_usage",
  "storage_billing",
  "refund",
  "expiry",
  "dispute",
  "admin_correction",
] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

export const SOURCES = ["system", "api", "worker", "stripe_webhook", "admin_correction"] as const;
export type Source = (typeof SOURCES)[number];

export type GrantOrigin = "starter" | "topup" | "bonus" | "contract" | "correction" | "refund";

/** An open lot of a wallet: what is left of a grant. `paid` says whether any of it was paid for (free credit burns first). */
export interface Lot {
  no: number;
  remaining: Nano;
  paid: boolean;
  expiresAt: Date | null;
}

/** How a row changed a grant: filled it (+) or burned it (−). */
export type LotChange = readonly [no: number, amount: Nano];

/** A wallet at one moment: where its ledger ended. */
export interface Head {
  accountId: string;
  unit: Unit;
  seq: bigint;
  balance: Nano;
  held: Nano;
  hash: Buffer;
  lastPostedAt: Date;
  allocation: Nano;
  allocationSeq: bigint;
  /** In burn-down order. */
  lots: readonly Lot[];
  /** How many grants the wallet ever had. */
  grants: number;
}

/** One row to be written. */
export interface Entry {
  type: TransactionType;
  amount: Nano;
  description: string;
  source: Source;
  refType?: string;
  refId?: string;
  /** Positive amounts: the grant that the row creates. Without one, credit fills `restores`, then a grant of its own. */
  grant?: { origin: GrantOrigin; paid: Nano; expiresAt: Date | null };
  /** What gives back a charge puts credit into the grants it was taken from, as far as they go; given also where there are none. */
  restores?: readonly Lot[];
  /** Negative amounts: the grant to burn before the others, such as the one of a refunded top-up. */
  lot?: number;
}

/** A row as it stands in the books. */
export interface Transaction {
  accountId: string;
  unit: Unit;
  seq: bigint;
  createdAt: Date;
  type: TransactionType;
  amount: Nano;
  balanceBefore: Nano;
  balanceAfter: Nano;
  description: string;
  source: Source;
  refType: string | null;
  refId: string | null;
  idempotencyKey: string;
  lots: readonly LotChange[];
  hash: Buffer;
}

/** What work is for, in the words of usage: budgets and mandates find by it what they cover. '' where it is not said. */
export interface WorkScope {
  feature: string;
  operation: string;
  model: string;
  member: string;
  team: string;
  project: string;
  keyId: string;
  /** The mandate, an approval's id, under which an agent spends. */
  mandate: string;
}

/** A usage event, priced, on its way into the books beside its charge. */
export interface UsageEvent extends WorkScope {
  id: string;
  occurredAt: Date;
  provider: string;
  hardware: string;
  inputTokens: bigint;
  outputTokens: bigint;
  cachedInputTokens: bigint;
  cacheWriteTokens: bigint;
  reasoningTokens: bigint;
  /** What is counted beside tokens, by meter, as decimal strings. */
  quantities: Readonly<Record<string, string>>;
  /** The registered resource that was used, as kind/id; '' where it is not said. */
  resource: string;
  byok: boolean;
  /** 10⁻¹² USD. */
  costUsd: bigint;
  costSource: "reported" | "price_list" | "none";
  rateCard: number;
  /** Whether the rate card priced it, or the platform that captured an amount of its own. */
  pricedBy: "rate_card" | "caller";
  /** Where in the month's volume each meter with tiers stood before, in millionths, as decimal strings. */
  volumes: Readonly<Record<string, string>>;
  /** The hold that it ends. */
  holdId: string | null;
  charge: Nano;
  /** SHA-256 of what the caller sent: a known id with another fingerprint is refused. */
  fingerprint: Buffer;
}

export type HoldChange =
  | {
      change: "open";
      id: string;
      kind: "reservation" | "prepaid";
      amount: Nano;
      description: string;
      scope: WorkScope;
      refType?: string;
      refId?: string;
      expiresAt: Date | null;
    }
  | { change: "end"; id: string; status: "captured" | "released" | "expired"; used: Nano | null };

/** A task left for the worker, written in the same commit. */
export interface OutboxTask {
  task: string;
  jobKey: string;
  payload: Readonly<Record<string, unknown>>;
}

/** What happens to one wallet, whole or not at all. Data only, so that many can share one transaction. */
export interface Posting {
  accountId: string;
  unit: Unit;
  /** The business key: the same key again has no second effect and gets the first answer. */
  idempotencyKey: string;
  /** Rows to write, in order. None for a change of holds alone, or for an event that costs nothing. */
  entries: readonly Entry[];
  /** The least that may be available afterwards; null charges what has already run, into negative credit if need be. */
  floor: Nano | null;
  /** When it happened, for a history that is brought over. Without it, and for times to come, the database's clock. */
  at?: Date;
  event?: UsageEvent;
  hold?: HoldChange;
  outbox?: readonly OutboxTask[];
}

export interface Hold {
  accountId: string;
  id: string;
  unit: Unit;
  kind: "reservation" | "prepaid";
  amount: Nano;
  status: "open" | "captured" | "released" | "expired";
  description: string;
  refType: string | null;
  refId: string | null;
  idempotencyKey: string;
  createdAt: Date;
  expiresAt: Date | null;
  openedSeq: bigint | null;
  used: Nano | null;
  endedAt: Date | null;
  endedSeq: bigint | null;
  endedKey: string | null;
  scope: WorkScope;
}

/** What became of a posting. A replayed one shows what the first call wrote. */
export type Outcome =
  | {
      status: "posted";
      replayed: boolean;
      /** The rows written. A replayed usage event names its row by `seq` alone. */
      transactions: readonly Transaction[];
      /** The first row; null when there was nothing to write. */
      seq: bigint | null;
      hold: Hold | null;
      /** What the usage event cost; null for postings without one. */
      charge: Nano | null;
    }
  | { status: "refused"; code: RefusalCode; detail: string };

/** A row as people and programs see it. Amounts are decimal strings: ECU, or whole tool runs. */
export interface TransactionRow {
  id: string;
  created_at: string;
  type: TransactionType;
  amount: string;
  balance_after: string;
  description: string;
  source: Source;
  ref_type: string | null;
  ref_id: string | null;
  unit: Unit;
}

export interface TransactionFilter {
  unit?: Unit;
  types?: readonly TransactionType[];
  /** UTC days, both included. */
  from?: UtcDay;
  to?: UtcDay;
  /** Only rows that were in the books at that moment. */
  until?: Date;
  /** Bounds of the amount's size, whatever its sign. */
  min?: Nano;
  max?: Nano;
  /** Part of the description or of an id, whatever its case. */
  text?: string;
  refType?: string;
  refId?: string;
}
