import type { Metadata } from "next";
import { BillForm } from "@/components/admin/bills/bill-form";
import { BillsTable } from "@/components/admin/bills/bills-table";
import { Card } from "@/components/ui/card";
import { listBills } from "@/lib/reports/bill-match/read-match";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Upstream bills" };

/** Providers' bills, and what they differ by from the costs that we metered. */
export default async function BillsPage() {
  await pageOperator();
  return (
    <div className="space-y-5">
      <Card flush title="Bills">
        <BillsTable bills={await listBills()} />
      </Card>
      <Card
        title="Import a bill"
        description="A CSV file: costs as OpenAI exports them, activity as OpenRouter does, FOCUS of any provider, or any other whose columns you name. Its model names are matched as calls’ are."
      >
        <BillForm />
      </Card>
    </div>
  );
}
