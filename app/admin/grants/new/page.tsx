import type { Metadata } from "next";
import { AdjustmentForm } from "@/components/admin/adjustments/adjustment-form";
import { oneOf } from "@/components/admin/link-with";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Give credit" };

export default async function NewGrantsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [, query] = await Promise.all([pageOperator(), searchParams]);
  return (
    <AdjustmentForm
      kind="grant"
      accountId={oneOf(query.account) ?? ""}
      corrects={oneOf(query.transaction) ?? ""}
    />
  );
}
