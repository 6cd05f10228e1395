import type { Metadata } from "next";
import { MarginsTable } from "@/components/admin/margins-table";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { readMargins } from "@/lib/metering/margins";
import { addDays, startOfDay, utcDay } from "@/lib/values/time";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Margins" };

const PERIODS = [7, 30, 90];

/** What was earned on models and external services: by feature and by model. */
export default async function MarginsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await pageOperator();
  const { days: asked } = await searchParams;
  const days = PERIODS.find((period) => String(period) === asked) ?? 30;
  const to = new Date();
  const period = { from: startOfDay(addDays(utcDay(to), -days)), to };
  const [features, models] = await Promise.all([
    readMargins(period, "feature"),
    readMargins(period, "model"),
  ]);
  return (
    <div className="space-y-5">
      <nav aria-label="Period" className="flex flex-wrap gap-2">
        {PERIODS.map((period) => (
          <LinkButton
            key={period}
            href={`/admin/margins?days=${period}`}
            size="sm"
            look={period === days ? "primary" : "secondary"}
            aria-current={period === days ? "page" : undefined}
          >
            {period} days
          </LinkButton>
        ))}
      </nav>
      <Card
        flush
        title="By feature"
        description="Revenue is what was charged, at what a credit was worth on its rate card. Calls with customers’ own keys cost us nothing and are in no ratio."
        className="overflow-hidden"
      >
        <div className="border-t">
          <MarginsTable caption="Margins by feature" head="Feature" {...features} />
        </div>
      </Card>
      <Card flush title="By model" className="overflow-hidden">
        <div className="border-t">
          <MarginsTable caption="Margins by model" head="Model" {...models} />
        </div>
      </Card>
    </div>
  );
}
