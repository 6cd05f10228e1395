import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReRateHead } from "@/components/admin/re-rates/re-rate-head";
import { SharesTable } from "@/components/admin/re-rates/shares-table";
import { RefreshWhile } from "@/components/purchases/refresh-while";
import { Card } from "@/components/ui/card";
import { readReRate } from "@/lib/backoffice/re-rates/read";
import { isUuid } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Re-rate" };

/** One re-rate: what it does to whom, and who says yes. */
export default async function ReRatePage({ params }: { params: Promise<{ id: string }> }) {
  const [operator, { id }] = await Promise.all([pageOperator(), params]);
  if (!isUuid(id)) notFound();
  const reRate = await readReRate(operator, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  const isMoving =
    reRate.status === "previewing" ||
    (reRate.status === "approved" && reRate.shares.some(({ state }) => state === "waiting"));
  return (
    <div className="space-y-5">
      <RefreshWhile waiting={isMoving} />
      <ReRateHead reRate={reRate} />
      {reRate.status !== "previewing" && (
        <Card
          flush
          title="Each customer’s difference"
          description="Charges are those of the calls whose price differs. All others stay as they were charged; left out of them are those that were re-rated or corrected before, and those that this version has no price for in the same wallet. The time of instances, and what the platform priced itself, is never priced anew."
        >
          <SharesTable shares={reRate.shares} />
        </Card>
      )}
    </div>
  );
}
