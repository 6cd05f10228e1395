import type { Metadata } from "next";
import { AsOfPicker } from "@/components/billing/as-of-picker";
import { GRANT_AMOUNTS, type GrantAmount, GrantsTable } from "@/components/billing/grants-table";
import { PastBalance } from "@/components/billing/past-balance";
import { WalletChoice } from "@/components/billing/wallet-choice";
import { ExportButton } from "@/components/ui/export-button";
import { listGrants } from "@/lib/ledger/list-grants";
import { formatAmount } from "@/lib/ledger/row";
import { amountOf } from "@/lib/metering/amount-of";
import { creditValueOf } from "@/lib/metering/credit-value";
import type { Unit } from "@/lib/values/ids";
import { add, ZERO } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../../../search-params";
import { momentAsked, readPast } from "../read-past";

export const metadata: Metadata = { title: "Grants" };

export default async function GrantsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const unit: Unit = search.unit === "tool_run" ? "tool_run" : "credit";
  const at = momentAsked(search);
  const [grants, past, creditValue] = await Promise.all([
    listGrants(ctx, unit, at),
    at && readPast(ctx, unit, at),
    creditValueOf(ctx.accountId),
  ]);
  const totals = Object.fromEntries(
    GRANT_AMOUNTS.map((name) => {
      const total = grants.reduce((sum, grant) => add(sum, amountOf(grant[name], unit)), ZERO);
      return [name, formatAmount(total, unit)];
    }),
  ) as Record<GrantAmount, string>;
  const asked = new URLSearchParams({
    unit,
    ...(at && { as_of: at.toISOString() }),
    account: ctx.accountId,
  });
  return (
    <div className="space-y-4">
      {past && (
        <PastBalance {...past} nowHref={`/billing/grants${unit === "credit" ? "" : `?unit=${unit}`}`} />
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <WalletChoice />
        <div className="flex flex-wrap items-center gap-2">
          <AsOfPicker />
          <ExportButton href={`/api/v1/grants.csv?${asked.toString()}`} isBrief />
        </div>
      </div>
      <GrantsTable
        grants={grants}
        unit={unit}
        creditValue={formatUsd(creditValue)}
        totals={totals}
        caption="Grants, those that burn down first on top"
      />
      <p className="max-w-lead text-xs text-pretty text-ink-muted">
        What expires first is used first, then free credit before paid credit, then the oldest. Used is less
        what was given back.{" "}
        {totals.withdrawn === "0"
          ? "Granted = used + expired + left."
          : "Granted = used + withdrawn + expired + left. What refunds and disputes of payments took back is withdrawn."}
      </p>
    </div>
  );
}
