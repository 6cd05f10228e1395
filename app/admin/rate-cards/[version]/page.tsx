import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DifferencesTable } from "@/components/admin/differences-table";
import { EntriesTable } from "@/components/admin/entries-table";
import { HOW_PRICES_COUNT } from "@/components/admin/entry-words";
import { Owner, STATES } from "@/components/admin/versions-table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import { readVersion } from "@/lib/metering/drafts/versions";
import { displayPrice } from "@/lib/values/display/usd";
import { Refusal } from "@/lib/values/refusal";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Rate card" };

/** One version: its prices, and what it changed. */
export default async function VersionPage({ params }: { params: Promise<{ version: string }> }) {
  const operator = await pageOperator();
  const { version: asked } = await params;
  if (!/^[1-9][0-9]{0,8}$/.test(asked)) notFound();
  const version = await readVersion(operator, Number(asked)).catch((error: unknown) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  const { words, tone } = STATES[version.state];
  return (
    <div className="space-y-5">
      <Card title={`Version ${version.version}`} actions={<Badge tone={tone}>{words}</Badge>}>
        {/* In two columns, so that no eye has to cross a wide window from a name to its value. */}
        <div className="grid gap-x-12 lg:grid-cols-2">
          <Details
            rows={[
              ["For", <Owner key="for" accountId={version.accountId} />],
              ["Valid from", <UtcTime key="from" at={version.validFrom} />],
              ["One ECU", displayPrice(version.creditUsdValue)],
              ["Prices of models", version.priceList ?? "none of its own"],
            ]}
          />
          <div className="max-lg:border-t">
            <Details
              rows={[
                ["Made", <UtcTime key="at" at={version.createdAt} />],
                ["By", version.createdBy],
                ["Note", version.note || "none"],
              ]}
            />
          </div>
        </div>
      </Card>
      {version.before !== null && (
        <Card flush title={`Against version ${version.before}`}>
          <DifferencesTable differences={version.differences} />
        </Card>
      )}
      <Card flush title={`Prices (${version.entries.length})`} description={HOW_PRICES_COUNT}>
        <EntriesTable entries={version.entries} />
      </Card>
    </div>
  );
}
