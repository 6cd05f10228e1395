import type { Metadata } from "next";
import { ReRatesTable } from "@/components/admin/re-rates/re-rates-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { listReRates } from "@/lib/backoffice/re-rates/read";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Re-rates" };

/** Past calls that were, or may be, priced anew. */
export default async function ReRatesPage() {
  const rows = await listReRates(await pageOperator());
  return (
    <div className="space-y-5">
      <div className="flex justify-end">
        <LinkButton href="/admin/re-rates/new" look="primary">
          New re-rate
        </LinkButton>
      </div>
      <Card flush className="overflow-hidden">
        <ReRatesTable rows={rows} />
      </Card>
    </div>
  );
}
