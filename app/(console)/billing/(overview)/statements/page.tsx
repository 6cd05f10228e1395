import type { Metadata } from "next";
import { WalletChoice } from "@/components/billing/wallet-choice";
import { CreditNotesTable } from "@/components/statements/credit-notes-table";
import { MonthsTable } from "@/components/statements/months-table";
import { PeriodForm } from "@/components/statements/period-form";
import { ReceiptsTable } from "@/components/statements/receipts-table";
import { ExportButton } from "@/components/ui/export-button";
import { TextLink } from "@/components/ui/text-link";
import { listTransactions } from "@/lib/ledger/list";
import { creditValueOf } from "@/lib/metering/credit-value";
import { listCreditNotes, RECEIPTED, receiptsOf } from "@/lib/purchases/list-papers";
import { listMonths } from "@/lib/reports/statements/list-months";
import { periodOf } from "@/lib/reports/statements/rules/period";
import type { Unit } from "@/lib/values/ids";
import { utcDay } from "@/lib/values/time";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../../../search-params";

export const metadata: Metadata = { title: "Statements and receipts" };

const RECEIPTS = 20;
const CREDIT_NOTES = 20;

export default async function StatementsPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const unit: Unit = search.unit === "tool_run" ? "tool_run" : "credit";
  const today = utcDay(new Date());
  const [months, { rows }, creditNotes, creditValue] = await Promise.all([
    listMonths(ctx, unit, today),
    listTransactions(ctx, { unit, types: RECEIPTED }, { limit: RECEIPTS }),
    unit === "credit" ? listCreditNotes(ctx, { limit: CREDIT_NOTES }) : [],
    creditValueOf(ctx.accountId),
  ]);
  const receipts = await receiptsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const price = formatUsd(creditValue);
  const files = months.map(({ month }) => {
    const query = new URLSearchParams({
      ...periodOf(month.slice(0, 7), today),
      unit,
      account: ctx.accountId,
    });
    return [month, `/api/v1/statements.jsonl?${query.toString()}`] as const;
  });
  const wallet = `unit=${unit}&account=${ctx.accountId}`;
  return (
    <div className="space-y-8">
      <section aria-labelledby="statements" className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div>
            <h2 id="statements" className="text-base font-semibold">
              Balance statements
            </h2>
            <p className="mt-0.5 max-w-lead text-sm text-pretty text-ink-muted">
              Signed, with every transaction in the file, so that anybody can check them without us.
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <WalletChoice />
            <ExportButton href={`/api/v1/statements.csv?${wallet}`} />
          </div>
        </div>
        <MonthsTable
          months={months}
          unit={unit}
          creditValue={price}
          fileHref={Object.fromEntries(files)}
          today={today}
        />
        <div className="space-y-2">
          <h3 className="text-sm font-medium">Statement for other days</h3>
          <PeriodForm unit={unit} today={today} />
        </div>
      </section>
      <section aria-labelledby="receipts" className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-64">
            <h2 id="receipts" className="text-base font-semibold">
              Receipts
            </h2>
            <p className="mt-0.5 max-w-lead text-sm text-pretty text-ink-muted">
              For the latest purchases and grants. “Paid elsewhere” is credit that was paid neither by card
              here nor by a contract’s invoice: the sum in dollars is on the invoice that you got for it.
              Every other <TextLink href="/billing">transaction</TextLink> has its receipt in its explanation.{" "}
              {ctx.permissions.has("billing:write") && (
                <TextLink href="/settings/account#billing-details">Who they are made out to</TextLink>
              )}
            </p>
          </div>
          <ExportButton href={`/api/v1/receipts.csv?${wallet}`} />
        </div>
        <ReceiptsTable rows={rows} receipts={receipts} unit={unit} creditValue={price} />
      </section>
      {creditNotes.length > 0 && (
        <section aria-labelledby="credit-notes" className="space-y-4">
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
            <div>
              <h2 id="credit-notes" className="text-base font-semibold">
                Credit notes
              </h2>
              <p className="mt-0.5 max-w-lead text-sm text-pretty text-ink-muted">
                Money that was paid back, and the credit that was withdrawn for it.
              </p>
            </div>
            <ExportButton href={`/api/v1/credit-notes.csv?account=${ctx.accountId}`} />
          </div>
          <CreditNotesTable rows={creditNotes} creditValue={price} />
        </section>
      )}
    </div>
  );
}
