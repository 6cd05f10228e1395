import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountLines } from "@/components/statements/account-lines";
import { CheckIt } from "@/components/statements/check-it";
import { OpenGrants } from "@/components/statements/open-grants";
import { Proof } from "@/components/statements/proof";
import { Sheet } from "@/components/statements/sheet";
import { SheetBar } from "@/components/statements/sheet-bar";
import { readStatement } from "@/lib/reports/statements/read-statement";
import { periodOf } from "@/lib/reports/statements/rules/period";
import { signed } from "@/lib/reports/statements/statement-file";
import { displayAmount } from "@/lib/values/display/amount";
import { displayRange } from "@/lib/values/display/time";
import { displayPrice, displayUsdOfCredits } from "@/lib/values/display/usd";
import type { Unit } from "@/lib/values/ids";
import { utcDay } from "@/lib/values/time";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../../../search-params";

export const metadata: Metadata = { title: "Balance statement" };

/** A balance statement, to be read, printed on one page, and taken along as a signed file. */
export default async function StatementPage({
  params,
  searchParams,
}: {
  params: Promise<{ period: string }>;
  searchParams: SearchParams;
}) {
  const [ctx, search, { period }] = await Promise.all([pageContext(), readSearch(searchParams), params]);
  const days = periodOf(period, utcDay(new Date()));
  if (!days) notFound();
  const unit: Unit = search.unit === "tool_run" ? "tool_run" : "credit";
  const document = await readStatement(ctx, unit, days);
  const { signature } = await signed(document);
  const query = new URLSearchParams({ ...days, unit, account: ctx.accountId }).toString();
  const { closing, held, credit_usd_value: price, closing_grants: grants } = document;
  const wallet = unit === "credit" ? "" : "?unit=tool_run";
  return (
    <>
      <SheetBar
        back={{ href: `/billing/statements${wallet}`, label: "Statements" }}
        fileHref={`/api/v1/statements.jsonl?${query}`}
      />
      <Sheet
        title="Balance statement"
        subtitle={`${displayRange(days.from, days.to)}, days in UTC${document.period.is_over ? "" : ": not over yet"}`}
        document={document}
      >
        <AccountLines document={document} />
        <p className="mt-1 text-right text-xs text-ink-muted tabular-nums">
          {held !== "0" && `of which ${displayAmount(held, { decimals: 9 })} held for work in progress`}
          {held !== "0" && unit === "credit" && " · "}
          {unit === "credit" && `≈ ${displayUsdOfCredits(closing, price)} at ${displayPrice(price)} an ECU`}
        </p>
        <OpenGrants grants={grants} />
        <Proof document={document} keyId={signature.key} />
      </Sheet>
      <CheckIt
        file={`statement-${days.from}-${days.to}${unit === "credit" ? "" : "-tool-runs"}.jsonl`}
        keyId={signature.key}
      />
    </>
  );
}
