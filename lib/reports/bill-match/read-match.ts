import { prisma } from "@/lib/db/client";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { knownCards, rateCardOfVersion } from "@/lib/metering/rate-cards";
import type { PriceBook } from "@/lib/metering/rules/price-event";
import { notFound } from "@/lib/values/refusal";
import { utcDay } from "@/lib/values/time";
import { picoUsd } from "@/lib/values/usd";
import { type BillLine, sumLines, type TokenKind } from "./rules/bill";
import { matchBill, type MatchRow } from "./rules/match";
import { type OurUse, splitCost } from "./rules/split-cost";

/** A bill that was imported. */
export interface BillView {
  id: string;
  name: string;
  provider: string;
  format: string;
  from: string;
  to: string;
  lines: number;
  importedAt: string;
  importedBy: string;
}

const viewOf = ({ fromDay, toDay, importedAt, ...bill }: Awaited<ReturnType<typeof find>>): BillView => ({
  ...bill,
  from: utcDay(fromDay),
  to: utcDay(toDay),
  importedAt: importedAt.toISOString(),
});

async function find(id: string) {
  const bill = await prisma().providerBill.findUnique({ where: { id } });
  if (!bill) throw notFound("bill");
  return bill;
}

/** The bills that were imported, the newest first. */
export async function listBills(): Promise<BillView[]> {
  const bills = await prisma().providerBill.findMany({ orderBy: { importedAt: "desc" }, take: 200 });
  return bills.map(viewOf);
}

/** A bill held against our costs in the same days. @throws Refusal `not_found` */
export async function readMatch(id: string): Promise<{ bill: BillView; rows: MatchRow[] }> {
  const bill = viewOf(await find(id));
  const book = await latestPrices();
  const { lines, used } = await readAcrossAccounts(async (sql) => ({
    lines: await sql.query<LineRow>(
      "SELECT day::text, model, kind, quantity::text, cost_usd::text AS cost FROM provider_bill_lines WHERE bill_id = $1",
      [id],
    ),
    used: await sql.query<UseRow>(USED, [bill.from, bill.to, bill.provider]),
  }));
  const theirs = lines.map(({ quantity, cost, model, ...line }): BillLine => ({
    ...line,
    model: nameOf(book, bill.provider, model),
    quantity: quantity === null ? null : BigInt(quantity),
    cost: picoUsd(BigInt(cost)),
  }));
  const ours = used
    .filter((row) => isOf(book, bill.provider, row))
    .flatMap((row) => {
      const { prices = null } = book?.find(row.provider, row.model) ?? {};
      return splitCost({ ...useOf(row), model: nameOf(book, row.provider, row.model) }, prices);
    });
  return { bill, rows: matchBill(sumLines(theirs), sumLines(ours)) };
}

interface LineRow {
  day: string;
  model: string;
  kind: TokenKind;
  quantity: string | null;
  cost: string;
}

interface UseRow extends Record<"input" | "cached" | "cache_write" | "output" | "cost", string> {
  day: string;
  provider: string;
  model: string;
}

function useOf({ day, model, cache_write: cacheWrite, ...row }: UseRow): OurUse {
  const [input, cached, output, cost] = [row.input, row.cached, row.output, row.cost].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return { day, model, input, cached, cacheWrite: BigInt(cacheWrite), output, cost };
}

/** A call that was reported without its provider was priced as one of whoever lists its model, who bills it. */
function isOf(book: PriceBook | null, provider: string, use: UseRow): boolean {
  if (provider === "" || use.provider !== "") return true;
  return book?.find("", use.model)?.listed.provider.toLowerCase() === provider.toLowerCase();
}

// Of the customers' own keys we have no bill. A bill of no provider in particular is held against all models.
const USED = `
SELECT (occurred_at AT TIME ZONE 'UTC')::date::text AS day, provider, model, sum(input_tokens)::text AS input, sum(cached_input_tokens)::text AS cached,
  sum(cache_write_tokens)::text AS cache_write, sum(output_tokens)::text AS output, sum(cost_usd)::text AS cost
FROM usage_events
WHERE account_id IN (SELECT id FROM accounts) AND occurred_at >= $1::date::timestamp AT TIME ZONE 'UTC' AND occurred_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC'
  AND NOT byok AND cost_usd > 0 AND CASE WHEN $3 = '' THEN model <> '' ELSE lower(provider) = lower($3) OR (provider = '' AND model <> '') END
GROUP BY 1, 2, 3`;

/** The prices of today's card, for the names of models and the shares of kinds. */
async function latestPrices(): Promise<PriceBook | null> {
  const now = new Date();
  const card = (await knownCards()).findLast(
    ({ accountId, validFrom }) => accountId === null && validFrom <= now,
  );
  return card ? ((await rateCardOfVersion(card.version))?.prices ?? null) : null;
}

/** One name for a model, however bill and events call it. */
function nameOf(book: PriceBook | null, provider: string, model: string): string {
  const listed = (book?.find(provider, model) ?? book?.find("", model))?.listed;
  return listed?.model ?? (model.toLowerCase().split("/").at(-1) || "no model");
}
