import { readInAccount } from "@/lib/db/transaction";
import { creditValueOf } from "@/lib/metering/credit-value";
import type { Context } from "@/lib/values/context";
import { type Nano, nano } from "@/lib/values/money";
import { addDays, addMonths, startOfDay, startOfMonth, type UtcDay, utcDay } from "@/lib/values/time";
import { roundedShare } from "../liability/rules/share";
import type { FocusAccount, FocusRow } from "./rules/columns";
import { purchaseRow } from "./rules/purchase-row";
import { type UsedDay, usageRow } from "./rules/usage-row";

interface UsageRecord extends Omit<UsedDay, "resourceName" | "projectName" | "calls" | "tokens" | "charge"> {
  resource_name: string | null;
  project_name: string | null;
  calls: string;
  tokens: string;
  charge: string;
}

interface SaleRecord {
  day: UtcDay;
  amount: Nano;
  type: string;
  description: string;
  net_cents: bigint | null;
  credits: bigint | null;
  invoice_id: string | null;
  is_correction: boolean;
}

/** An account's purchases and usage between two UTC days, both included, month by month: what one month has is in memory, and no more. */
export async function* readFocus(
  { accountId }: Context,
  { from, to }: { from?: UtcDay | undefined; to?: UtcDay | undefined },
): AsyncGenerator<FocusRow[], void> {
  const creditValue = await creditValueOf(accountId);
  const found = await readInAccount(accountId, (sql) =>
    sql.query<{ name: string; first: UtcDay }>(
      `SELECT name, least((created_at AT TIME ZONE 'UTC')::date, (SELECT min(day) FROM wallet_days WHERE account_id = $1),
         (SELECT min(day) FROM usage_days WHERE account_id = $1))::text AS first FROM accounts WHERE id = $1`,
      [accountId],
    ),
  );
  const [account] = found.map(({ name, first }) => ({ id: accountId, name, first }));
  if (!account) return;
  const begin = from !== undefined && from > account.first ? from : account.first;
  // Nothing lies ahead, however far somebody asks.
  const today = utcDay(new Date());
  const end = to !== undefined && to < today ? to : today;
  for (let month = startOfMonth(begin); month <= end; month = addMonths(month, 1)) {
    const first = month < begin ? begin : month;
    const last = addDays(addMonths(month, 1), -1);
    yield await readMonth(account, first, last < end ? last : end, creditValue);
  }
}

async function readMonth(
  account: FocusAccount,
  from: UtcDay,
  to: UtcDay,
  creditValue: Parameters<typeof usageRow>[2],
): Promise<FocusRow[]> {
  const { sales, used } = await readInAccount(account.id, async (sql) => ({
    sales: await sql.query<SaleRecord>(SALES, [account.id, startOfDay(from), startOfDay(addDays(to, 1))]),
    used: await sql.query<UsageRecord>(USED, [account.id, from, to]),
  }));
  return [
    ...sales.map((sale) => purchaseRow(account, soldOf(sale), creditValue)),
    ...used.map(
      ({ resource_name: resourceName, project_name: projectName, calls, tokens, charge, ...names }) =>
        usageRow(
          account,
          {
            ...names,
            resourceName,
            projectName,
            calls: BigInt(calls),
            tokens: BigInt(tokens),
            charge: BigInt(charge),
          },
          creditValue,
        ),
    ),
  ];
}

function soldOf({
  day,
  amount,
  description,
  net_cents: net,
  credits,
  invoice_id: invoiceId,
  is_correction: isCorrection,
}: SaleRecord) {
  const netCents = net === null || credits === null ? null : roundedShare(net, amount, credits);
  return { day, credits: nano(amount), netCents, description, invoiceId, isCorrection };
}

// Credit that was paid for, and what went back of it: those rows refer to what the payment's row refers to.
const SALES = `
SELECT to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, t.amount, t.type::text, t.description, p.net_cents, p.credits, p.invoice_id,
  t.type IN ('refund', 'dispute') AND date_trunc('month', t.created_at AT TIME ZONE 'UTC') > date_trunc('month', p.paid_at AT TIME ZONE 'UTC') AS is_correction
FROM transactions t
LEFT JOIN payments p ON p.account_id = t.account_id
  AND (p.seq = t.seq OR (t.type IN ('refund', 'dispute') AND t.ref_id IN (p.id, p.invoice_id)))
WHERE t.account_id = $1 AND t.unit = 'credit' AND t.created_at >= $2 AND t.created_at < $3
  AND (t.type IN ('topup', 'auto_recharge', 'contract_grant')
    OR (t.type IN ('refund', 'dispute') AND t.ref_type IN ('payment_intent', 'invoice') AND p.id IS NOT NULL))
ORDER BY t.seq`;

const USED = `
SELECT u.day::text, u.unit::text, u.feature, u.operation, u.model, u.member, u.team, u.project, u.key_id AS key, u.mandate, u.resource,
  r.name AS resource_name, p.name AS project_name,
  u.calls::text, (u.input_tokens + u.output_tokens)::text AS tokens, u.charge::text
FROM usage_days u
LEFT JOIN resources r ON r.account_id = u.account_id AND u.resource = r.kind::text || '/' || r.id
LEFT JOIN projects p ON p.account_id = u.account_id AND p.slug = u.project
WHERE u.account_id = $1 AND u.day BETWEEN $2::date AND $3::date
ORDER BY u.day, u.unit, u.feature, u.operation, u.model, u.member, u.team, u.project, u.key_id, u.mandate, u.resource`;
