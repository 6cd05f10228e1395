import type { Metadata } from "next";
import { VerificationProgress, VerificationResult } from "@/components/admin/verification-card";
import { VerificationsTable } from "@/components/admin/verifications-table";
import { VerifyButton } from "@/components/admin/verify-button";
import { Card } from "@/components/ui/card";
import { listVerifications } from "@/lib/backoffice/verification/list-verifications";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Ledger" };

/** Whether the books are in order, and since when that is known. */
export default async function LedgerPage() {
  const runs = await listVerifications(await pageOperator());
  const running = runs.find(({ endedAt }) => endedAt === null);
  const last = runs.find(({ endedAt }) => endedAt !== null);
  return (
    <div className="space-y-5">
      <Card
        title="Verification"
        description="Each chain is replayed row by row: hash, balance, link and grants; then the rules between tables are checked. Reading only; nobody waits for it."
        actions={<VerifyButton running={running !== undefined} />}
      >
        <div className="space-y-4">
          {running && <VerificationProgress run={running} />}
          <VerificationResult run={last} />
        </div>
      </Card>
      <Card flush title="Runs">
        <VerificationsTable runs={runs} />
      </Card>
    </div>
  );
}
