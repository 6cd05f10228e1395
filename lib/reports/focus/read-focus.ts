import { report } from "@/lib/db/report";
import { env } from "@/lib/env";
import { creditValuesOf } from "@/lib/metering/credit-value";
import { receiptNumber, type ReceiptSeries } from "@/lib/purchases/rules/receipt-number";
import type { Context } from "@/lib/values/context";
import { type Nano, nano } from "@/lib/values/money";
import { roundedShare } from "@/lib/values/share";
import { addDays, startOfDay, type UtcDay, utcDay } from "@/lib/values/time";
import { picoUsd } from "@/lib/values/usd";
import { readUsedPages, type UsedRecord } from "./read-used";
import type { FocusAccount, FocusRow } from "./rules/columns";
import { consumedOf } from "./rules/consumed";
import { purchaseRow, soldAt } from "./rules/purchase-row";
import { usageRow } from "./rules/usage-row";

/** Rows of one slice: more than that are never in memory. */
const AT_ONCE = 5_000;

interface SaleRecord {
  seq: bigint;
  day: UtcDay;
  amount: Nano;
  type: string;
  description: string;
  net_cents: bigint | null;
  credits: bigint | null;
  unit_price: bigint | null;
  series: ReceiptSeries | null;
  number: bigint | null;
  is_correction: boolean;
}

/**
 * An account's purchases, then its usage, then what re-rates changed of it, between two UTC days, both included: slice by slice. Credit is worth what it was
 * on the day of the row; what a re-rate changed, what it was when the calls ran.
 */
export async function* readFocus(
  { accountId }: Context,
  { from, to }: { from?: UtcDay | undefined; to?: UtcDay | undefined },
): AsyncGenerator<FocusRow[], void> {
  const found = await report(accountId, (sql) =>
    sql.query<{ name: string; first: UtcDay }>(
      `SELECT name, least((created_at AT TIME ZONE 'UTC')::date, (SELECT min(day) FROM wallet_days WHERE account_id = $1),
         (SELECT min(day) FROM usage_days WHERE account_id = $1))::text AS first FROM accounts WHERE id = $1`,
      [accountId],
    ),
  );
  const [account] = found.map(({ name, first }) => ({
    id: accountId,
    name,
    first,
    issuer: env().ECU_ISSUER_NAME ?? "Ecu",
  }));
  if (!account) return;
  // Nothing lies ahead, however far somebody asks.
  const today = utcDay(new Date());
  const days = {
    from: from !== undefined && from > account.first ? from : account.first,
    to: to !== undefined && to < today ? to : today,
  };
  if (days.from > days.to) return;
  yield* soldPages(account, days);
  for (const table of ["usage_days", "re_rate_days"] as const)
    for await (const used of readUsedPages(accountId, table, days, AT_ONCE))
      yield await usageRows(account, used);
}

async function* soldPages(
  account: FocusAccount,
  { from, to }: { from: UtcDay; to: UtcDay },
): AsyncGenerator<FocusRow[], void> {
  for (let after = 0n; ;) {
    const values = [account.id, startOfDay(from), startOfDay(addDays(to, 1)), after, AT_ONCE];
    const sales = await report(account.id, (sql) => sql.query<SaleRecord>(SALES, values));
    const last = sales.at(-1);
    if (!last) return;
    const valueOn = await creditValuesOf(
      account.id,
      sales.map(({ day }) => day),
    );
    yield sales.map((sale) => purchaseRow(account, soldOf(sale), valueOn(sale.day)));
    if (sales.length < AT_ONCE) return;
    after = last.seq;
  }
}

async function usageRows(account: FocusAccount, used: readonly UsedRecord[]): Promise<FocusRow[]> {
  const valueOn = await creditValuesOf(
    account.id,
    used.map(({ used_on: day }) => day),
  );
  return used.map(
    ({
      used_on: usedOn,
      is_re_rated: isReRated,
      resource_name: resourceName,
      project_name: projectName,
      calls,
      tokens,
      measured,
      charge,
      ...names
    }) =>
      usageRow(
        account,
        {
          ...{ ...names, usedOn, isReRated, resourceName, projectName },
          ...{
            consumed: consumedOf({ feature: names.feature, calls, tokens, measured }),
            charge: BigInt(charge),
          },
        },
        valueOn(usedOn),
      ),
  );
}

function soldOf({
  day,
  amount,
  description,
  net_cents: net,
  credits,
  unit_price: unitPrice,
  series,
  number,
  is_correction: isCorrection,
}: SaleRecord) {
  const invoiceId = series === null || number === null ? null : receiptNumber(series, number);
  const row = { day, credits: nano(amount), description, invoiceId, isCorrection };
  if (net === null || credits === null) return { ...row, netCents: null, unitPrice: null };
  return {
    ...row,
    netCents: roundedShare(net, amount, credits),
    // A refund has the price of what it refunds, so that both together come to nothing.
    unitPrice: unitPrice === null ? soldAt(net, credits) : picoUsd(unitPrice),
  };
}

// Credit that was paid for, and what went back of it: those rows refer to what the payment's row refers to. What a row is billed on is our own paper of it.
const SALES = `
SELECT t.seq, to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, t.amount, t.type::text, t.description, p.net_cents, p.credits, u.unit_price_pico_usd AS unit_price, n.series::text, n.number,
  t.type IN ('refund', 'dispute') AND date_trunc('month', t.created_at AT TIME ZONE 'UTC') > date_trunc('month', p.paid_at AT TIME ZONE 'UTC') AS is_correction
FROM transactions t
LEFT JOIN payments p ON p.account_id = t.account_id
  AND (p.seq = t.seq OR (t.type IN ('refund', 'dispute') AND t.ref_id IN (p.id, p.invoice_id)))
LEFT JOIN receipt_numbers n ON n.account_id = t.account_id AND n.seq = t.seq
LEFT JOIN purchases u ON u.account_id = p.account_id AND u.id = p.purchase_id
WHERE t.account_id = $1 AND t.unit = 'credit' AND t.created_at >= $2 AND t.created_at < $3 AND t.seq > $4
  AND (t.type IN ('topup', 'auto_recharge', 'contract_grant')
    OR (t.type IN ('refund', 'dispute') AND t.ref_type IN ('payment_intent', 'invoice') AND p.id IS NOT NULL))
ORDER BY t.unit, t.seq LIMIT $5`;
