import { TYPE_NAMES } from "@/lib/ledger/rules/type-names";
import { TRANSACTION_TYPES, type TransactionType } from "@/lib/ledger/types";

/** What a row is on a statement: its type, and of a refund what was refunded. */
export type RowKind = Exclude<TransactionType, "refund"> | "charge_refund" | "payment_refund";

/** In the order of the ledger's types. */
export const ROW_KINDS: readonly RowKind[] = TRANSACTION_TYPES.flatMap((type) =>
  type === "refund" ? (["charge_refund", "payment_refund"] as const) : [type],
);

/** What the rows of a payment refer to, and so those of its refunds. */
export const PAYMENT_REFS = ["payment_intent", "invoice"] as const;

/**
 * A refund gives a charge back to the balance, or it is of a payment: money went back to the payer, and its credit is withdrawn; where that money came back
 * after all, so does its credit.
 */
export function rowKind({
  type,
  isOut,
  refType,
}: {
  type: TransactionType;
  isOut: boolean;
  refType: string | null;
}): RowKind {
  if (type !== "refund") return type;
  return isOut || PAYMENT_REFS.some((ref) => ref === refType) ? "payment_refund" : "charge_refund";
}

/** What is charged for use; everything else that goes is taken back, expires or is corrected. */
export const USE_TYPES = [
  "spend",
  "gpu_usage",
  "storage_billing",
] as const satisfies readonly TransactionType[];

/** Whether what went out as this is use. */
export function isUse(kind: RowKind): boolean {
  return USE_TYPES.some((use) => use === kind);
}

/** What a statement's sums are made of. */
export interface Sums {
  /** All that went out was charged for use: nothing expired, was paid back, disputed or corrected. */
  isAllUse: boolean;
  /** Something that was charged, or withdrawn, came back: an unused part of a hold, a refund that failed. */
  givesBack: boolean;
}

/** What the sum of all that came in is called: of statements and of their lists alike. What came back was not bought. */
export function addedName({ givesBack }: Pick<Sums, "givesBack">): string {
  return givesBack ? "Added and given back" : "Added";
}

/** What the sum of all that went out is called. Where some of it came back, not all of it was used. */
export function usedName({ isAllUse, givesBack }: Sums): string {
  const charged = givesBack ? "Charged" : "Used";
  return isAllUse ? charged : `${charged} and withdrawn`;
}

/** What a statement calls the rows of a kind that came in, or went out. */
export function kindName(kind: RowKind, way: "added" | "used"): string {
  if (kind === "charge_refund") return "Charges given back";
  if (kind === "payment_refund") return way === "used" ? "Refunds of payments" : "Refunds that failed";
  if (kind === "dispute") return way === "used" ? "Disputed payments" : "Disputes won";
  return TYPE_NAMES[kind].many;
}
