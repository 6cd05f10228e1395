import type { Context } from "@/lib/values/context";
import { csvOf } from "@/lib/values/csv-cell";
import type { Unit } from "@/lib/values/ids";
import { listGrants } from "./list-grants";

const FIELDS = [
  "no",
  "origin",
  "status",
  "description",
  "granted",
  "paid",
  "used",
  "withdrawn",
  "expired",
  "left",
  "granted_at",
  "expires_at",
  "transaction_id",
] as const;

/** The grants of a wallet as CSV, in the order of their list; with `at`, as they were. */
export async function exportGrants(ctx: Context, unit: Unit, at: Date | null): Promise<string> {
  return csvOf(FIELDS, await listGrants(ctx, unit, at));
}
