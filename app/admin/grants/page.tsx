import type { Metadata } from "next";
import { AdjustmentsPage } from "@/components/admin/adjustments/adjustments-page";
import { KIND_NAMES } from "@/components/admin/adjustments/kind-names";
import { oneOf } from "@/components/admin/link-with";
import { listAdjustments } from "@/lib/backoffice/adjustments/list";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: KIND_NAMES.grant.one };

export default async function GrantsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const before = oneOf(query.before);
  const [open, decided] = await Promise.all([
    listAdjustments(operator, { kind: "grant", open: true }),
    listAdjustments(operator, { kind: "grant", open: false, ...(before !== undefined && { before }) }),
  ]);
  return (
    <AdjustmentsPage path="/admin/grants" open={open} decided={decided} isOlder={before !== undefined} />
  );
}
