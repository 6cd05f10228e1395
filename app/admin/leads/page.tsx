import type { Metadata } from "next";
import { LeadsTable } from "@/components/admin/leads-table";
import { Card } from "@/components/ui/card";
import { listLeads } from "@/lib/purchases/leads";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Leads" };

/** Who wants to talk about volume. */
export default async function LeadsPage() {
  const leads = await listLeads(await pageOperator());
  return (
    <Card flush>
      <LeadsTable leads={leads} />
    </Card>
  );
}
