import type { Metadata } from "next";
import { AdjustmentForm } from "@/components/admin/adjustments/adjustment-form";
import { oneOf } from "@/components/admin/link-with";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New correction" };

export default async function NewCorrectionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [, query] = await Promise.all([pageOperator(), searchParams]);
  return (
    <AdjustmentForm
      kind="correction"
      accountId={oneOf(query.account) ?? ""}
      corrects={oneOf(query.transaction) ?? ""}
    />
  );
}
