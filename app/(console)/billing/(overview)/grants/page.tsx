import type { Metadata } from "next";
import { AsOfPicker } from "@/components/billing/as-of-picker";
import { GrantsTable } from "@/components/billing/grants-table";
import { PastBalance } from "@/components/billing/past-balance";
import { WalletChoice } from "@/components/billing/wallet-choice";
import { ExportButton } from "@/components/ui/export-button";
import { type GrantView, listGrants } from "@/lib/ledger/list-grants";
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
  const total = (name: "granted" | "left" | "used" | "expired") =>
    formatAmount(
      grants.reduce((sum, grant: GrantView) => add(sum, amountOf(grant[name], unit)), ZERO),
      unit,
    );
  const totals = {
    granted: total("granted"),
    left: total("left"),
    used: total("used"),
    expired: total("expired"),
  };
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
      <p className="max-w-prose text-xs text-ink-muted">
        What expires first is used first, then free credit before paid credit, then the oldest. Granted = used
        or withdrawn + expired + left.
      </p>
    </div>
  );
}
