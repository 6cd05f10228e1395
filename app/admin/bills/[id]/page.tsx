import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MatchLines } from "@/components/admin/bills/match-lines";
import { MatchSums } from "@/components/admin/bills/match-sums";
import { RemoveBill } from "@/components/admin/bills/remove-bill";
import { ViewLinks } from "@/components/admin/view-links";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { readMatch } from "@/lib/reports/bill-match/read-match";
import { groupMatch, totalOf } from "@/lib/reports/bill-match/rules/match";
import { OfBill } from "@/lib/reports/bill-match/schema";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayDay, displayRange } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { Refusal } from "@/lib/values/refusal";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Upstream bill" };

const VIEWS = ["model", "day", "kind"] as const;
const HEADS = { model: "Model", day: "Day (UTC)", kind: "Kind of token" } as const;
const NAMES = { model: undefined, day: displayDay, kind: sentenceOf } as const;
const WORDS = { model: "Models", day: "Days", kind: "Kinds of token", lines: "Lines" } as const;

/** A provider's bill beside what we metered as its cost. */
export default async function BillPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await pageOperator();
  const asked = OfBill.safeParse(await params);
  if (!asked.success) notFound();
  const { bill, rows } = await readMatch(asked.data.id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  const { by } = await searchParams;
  const view = by === "lines" ? by : (VIEWS.find((each) => each === by) ?? "model");
  const total = totalOf(rows);
  const usd = (amount: bigint) => displayUsd(formatUsd(picoUsd(amount < 0n ? -amount : amount)));
  const same = total.difference === 0n && rows.every(({ difference }) => difference === 0n);
  return (
    <div className="space-y-5">
      <Banner tone={same ? "good" : total.difference > 0n ? "warn" : "note"}>
        {same
          ? `The bill and our costs are the same: ${usd(total.billed)}.`
          : `${bill.provider || "The provider"} charges ${usd(total.billed)}, and we metered ${usd(total.ours)}: ${
              total.difference === 0n
                ? "the same in all, with differences in its lines"
                : `${usd(total.difference)} ${total.difference > 0n ? "more than we know of" : "less than we took it for"}`
            }.`}
      </Banner>
      <Card
        flush
        title={bill.name}
        description={`${displayRange(bill.from, bill.to)}, UTC days · imported by ${bill.importedBy} · calls with customers’ own keys are left out`}
        actions={<RemoveBill id={bill.id} />}
      >
        <div className="px-5 py-3">
          <ViewLinks
            label="By"
            views={[...VIEWS, "lines" as const].map((each) => ({ view: each, label: WORDS[each] }))}
            current={view}
            hrefOf={(each) => `/admin/bills/${bill.id}?by=${each}`}
          />
        </div>
        <div className="border-t">
          {view === "lines" ? (
            <MatchLines rows={rows} />
          ) : (
            <MatchSums head={HEADS[view]} words={NAMES[view]} sums={groupMatch(rows, view)} total={total} />
          )}
        </div>
      </Card>
    </div>
  );
}
