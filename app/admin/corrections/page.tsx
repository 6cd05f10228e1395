import type { Metadata } from "next";
import { AdjustmentsPage } from "@/components/admin/adjustments/adjustments-page";
import { oneOf } from "@/components/admin/link-with";
import { listAdjustments } from "@/lib/backoffice/adjustments/list";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Corrections" };

export default async function CorrectionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const before = oneOf(query.before);
  const [open, decided] = await Promise.all([
    listAdjustments(operator, { kind: "correction", open: true }),
    listAdjustments(operator, { kind: "correction", open: false, ...(before !== undefined && { before }) }),
  ]);
  return (
    <AdjustmentsPage path="/admin/corrections" open={open} decided={decided} isOlder={before !== undefined} />
  );
}
