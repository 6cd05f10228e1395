import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { OPEN_DISPUTES } from "./has-open-dispute";
import { expiryOf } from "./rules/card-expiry";

/** What about payments needs a hand, for the banners of every page. Null or false is nothing. */
export interface PaymentNotices {
  /** Why auto-recharge does not charge although the account wants it to, or why it switched itself off. */
  recharge: "declined" | "declined_for_good" | "requires_action" | "no_card" | "cap" | null;
  /** The card that is charged by itself, or else the default, when its days are counted. */
  card: { id: string; kind: string; brand: string; last4: string; expiry: "soon" | "expired" } | null;
  isDisputed: boolean;
}

interface Row {
  is_on: boolean | null;
  trouble: string | null;
  id: string | null;
  kind: string | null;
  brand: string | null;
  last4: string | null;
  exp_month: number | null;
  exp_year: number | null;
  is_disputed: boolean;
}

const NOTICES = `
SELECT s.is_on, s.trouble, m.id, m.kind, m.brand, m.last4, m.exp_month, m.exp_year,
  EXISTS (SELECT ${OPEN_DISPUTES}) AS is_disputed
FROM (SELECT 1) AS one
LEFT JOIN recharge_settings s ON s.account_id = $1::uuid
LEFT JOIN payment_methods m ON m.account_id = $1::uuid AND m.detached_at IS NULL
  AND CASE WHEN s.is_on THEN m.id = s.payment_method_id ELSE m.is_default END
LIMIT 1`;

/** One look at all that could need a hand. */
export async function readNotices(ctx: Context): Promise<PaymentNotices> {
  requirePermission(ctx, "ledger:read");
  const [row] = await readInAccount(ctx.accountId, (sql) => sql.query<Row>(NOTICES, [ctx.accountId]));
  return {
    recharge: rechargeOf(row),
    card: cardOf(row),
    isDisputed: row?.is_disputed ?? false,
  };
}

function rechargeOf(row: Row | undefined): PaymentNotices["recharge"] {
  switch (row?.trouble) {
    case "declined":
      return row.is_on ? "declined" : "declined_for_good";
    case "requires_action":
    case "no_card":
    case "cap":
      return row.trouble;
    default:
      return null;
  }
}

function cardOf(row: Row | undefined): PaymentNotices["card"] {
  if (row?.id == null) return null;
  const expiry = expiryOf(row.exp_month, row.exp_year, new Date());
  if (expiry === "good") return null;
  return { id: row.id, kind: row.kind ?? "", brand: row.brand ?? "", last4: row.last4 ?? "", expiry };
}
