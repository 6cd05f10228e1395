import type { Metadata } from "next";
import { ReRatesTable } from "@/components/admin/re-rates/re-rates-table";
import { Card } from "@/components/ui/card";
import { listReRates } from "@/lib/backoffice/re-rates/read";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Re-rates" };

/** Past calls that were, or may be, priced anew. */
export default async function ReRatesPage() {
  const rows = await listReRates(await pageOperator());
  return (
    <Card flush>
      <ReRatesTable rows={rows} />
    </Card>
  );
}
