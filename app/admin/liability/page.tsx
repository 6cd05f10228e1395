import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import type { Metadata } from "next";
import { AccountsCredit } from "@/components/admin/liability/accounts-credit";
import { AccountsForm } from "@/components/admin/liability/accounts-form";
import { AgesTable } from "@/components/admin/liability/ages-table";
import { Answer } from "@/components/admin/liability/answer";
import { ElsewhereTable } from "@/components/admin/liability/elsewhere-table";
import { JournalTable } from "@/components/admin/liability/journal-table";
import { MonthsTable } from "@/components/admin/liability/months-table";
import { RegisterTable } from "@/components/admin/liability/register-table";
import { RevenueBridge } from "@/components/admin/liability/revenue-bridge";
import { RollForward } from "@/components/admin/liability/roll-forward";
import { inCents } from "@/components/admin/margins/in-cents";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { readMarginTrend } from "@/lib/metering/margin-trend";
import { sinceTheFirst } from "@/lib/metering/rules/since-the-first";
import { readJournalAccounts } from "@/lib/reports/liability/journal-accounts";
import { readCash } from "@/lib/reports/liability/read-cash";
import { readLiability } from "@/lib/reports/liability/read-liability";
import { journalOf } from "@/lib/reports/liability/rules/journal";
import { monthAfter, monthBefore } from "@/lib/reports/liability/rules/months";
import { MonthName } from "@/lib/reports/liability/schema";
import { readElsewhere } from "@/lib/reports/register/read-elsewhere";
import { readRegister } from "@/lib/reports/register/read-register";
import { valueOfCredit } from "@/lib/reports/value-of-credit";
import { displayMonth } from "@/lib/values/display/time";
import { utcDay } from "@/lib/values/time";
import { formatUsd } from "@/lib/values/usd";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Credit liability" };

/** Accounts that are shown by name. */
const SHOWN = 20;

/** What is owed to customers in credit, what was earned, and that both are the ledger. */
export default async function LiabilityPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await pageOperator();
  const current = utcDay(new Date()).slice(0, 7);
  const asked = MonthName.safeParse((await searchParams).month);
  const month = asked.success && asked.data <= current ? asked.data : current;
  const value = valueOfCredit();
  const [liability, accounts, cash, { points }, register, elsewhere] = await Promise.all([
    readLiability(month, value),
    readJournalAccounts(),
    readCash(month),
    readMarginTrend("month"),
    readRegister(month),
    readElsewhere(month),
  ]);
  const now = liability.months.at(-1);
  if (!now) return null;
  const margins = points.find(({ from }) => from.startsWith(month));
  const shown = inCents(sinceTheFirst(points)).find(({ from }) => from.startsWith(month));
  const lines = journalOf(liability.months, month, cash, liability.isFinal);
  return (
    <div className="space-y-5">
      <nav aria-label="Month" className="flex flex-wrap items-center gap-2">
        <LinkButton size="sm" href={`/admin/liability?month=${monthBefore(month)}`}>
          <ChevronLeft aria-hidden />
          {displayMonth(`${monthBefore(month)}-01`)}
        </LinkButton>
        <span aria-current="page" className="px-2 text-sm font-medium">
          {displayMonth(`${month}-01`)}
          {!liability.isFinal && ", so far"}
        </span>
        {month < current && (
          <LinkButton size="sm" href={`/admin/liability?month=${monthAfter(month)}`}>
            {displayMonth(`${monthAfter(month)}-01`)}
            <ChevronRight aria-hidden />
          </LinkButton>
        )}
      </nav>
      <Answer month={now} lines={lines} tie={liability.tie} creditValue={value} />
      <Card
        flush
        title="The month"
        description="Opening plus movements equals closing, for each kind of credit; the three closings are the balances of all accounts."
      >
        <RollForward month={now} />
      </Card>
      <Card
        flush
        title="From use to revenue"
        description="Credit is earned at what was paid for it, and an instance’s cycle as its time goes by. Margins counts all use at its value on the day of the call, and a cycle once it is over; beyond that stands what was charged for cycles that run, less what was charged before for those that ended, and for calls of other months."
      >
        <RevenueBridge
          month={now}
          lines={lines}
          creditValue={value}
          margins={margins && shown ? { ...margins, shown: formatUsd(shown.revenue) } : null}
        />
      </Card>
      <Card
        flush
        title="Journal"
        description="Double entry in dollars, with the exact credit beside it. Paid credit stands at what was paid for it, before tax. Stripe clearing has what was paid and paid back there; Stripe’s fees and payouts are not in it, and invoices that were paid outside of Stripe have an account of their own. Rounding differences are carried on, so they never accumulate."
        actions={
          <DownloadButton href={`/api/admin/journal.csv?month=${month}`} download>
            <Download aria-hidden />
            Export CSV
          </DownloadButton>
        }
      >
        <JournalTable lines={lines} accounts={accounts} />
      </Card>
      <Card
        flush
        title="Receipts and credit notes"
        description="What was written in the month over all accounts, in dollars. The file has each by its number, with its account and its tax; disputes have no paper."
        actions={
          <DownloadButton href={`/api/admin/register.csv?month=${month}`} download>
            <Download aria-hidden />
            Export register
          </DownloadButton>
        }
      >
        <RegisterTable lines={register} />
      </Card>
      {elsewhere.length > 0 && (
        <Card
          flush
          title="Sold elsewhere"
          description={`The rows behind the journal’s account “Credit sold elsewhere”: credit that was sold, or taken back, for money that did not come through Stripe, such as your own invoices. What was paid is not known here, so that it stands at the price of credit.${elsewhere.length > SHOWN ? ` The newest ${SHOWN} of ${elsewhere.length}; the file has all.` : ""}`}
          actions={
            <DownloadButton href={`/api/admin/elsewhere.csv?month=${month}`} download>
              <Download aria-hidden />
              Export rows
            </DownloadButton>
          }
        >
          <ElsewhereTable lines={elsewhere} most={SHOWN} creditValue={value} />
        </Card>
      )}
      <Card flush title="Unused credit by age">
        <AgesTable ages={liability.ages} />
      </Card>
      <Card
        flush
        id="months"
        title="Paid credit by month"
        description="In ECU; + and − say which way each moves what is owed. Earned and sold include what was used on, and paid for, negative credit. Deferred is paid credit that is not used, and what was charged for time to come; in dollars at what was paid for it."
      >
        <MonthsTable months={liability.months.toReversed().slice(0, 12)} current={month} />
      </Card>
      <Card
        flush
        title="By account"
        description={`The list behind the deferred revenue: paid credit, and what was charged ahead for time to come, at what was paid for both.${liability.accounts.length > SHOWN ? ` The ${SHOWN} with the most paid credit, of ${liability.accounts.length}; the file has all.` : ""}`}
        actions={
          <DownloadButton href={`/api/admin/liability.csv?month=${month}`} download>
            <Download aria-hidden />
            Export accounts
          </DownloadButton>
        }
      >
        <AccountsCredit accounts={liability.accounts} most={SHOWN} />
      </Card>
      <Card
        title="Codes of your general ledger"
        description="What the journal calls each account. Journals that were downloaded before keep theirs."
      >
        <details>
          <summary className="w-fit cursor-pointer rounded-sm text-sm font-medium">Edit the codes</summary>
          <div className="mt-4">
            <AccountsForm accounts={accounts} />
          </div>
        </details>
      </Card>
    </div>
  );
}
