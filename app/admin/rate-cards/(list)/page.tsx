import type { Metadata } from "next";
import { DraftsTable } from "@/components/admin/drafts-table";
import { NewDraftDialog } from "@/components/admin/new-draft-dialog";
import { VersionsTable } from "@/components/admin/versions-table";
import { Card } from "@/components/ui/card";
import { listDrafts } from "@/lib/metering/drafts/drafts";
import { listVersions } from "@/lib/metering/drafts/versions";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Rate cards" };

/** What calls cost, who decided it, and what is being written. */
export default async function RateCardsPage() {
  const operator = await pageOperator();
  const [drafts, versions] = await Promise.all([listDrafts(operator), listVersions(operator)]);
  return (
    <div className="space-y-5">
      <Card flush title="Drafts" actions={<NewDraftDialog />}>
        <DraftsTable drafts={drafts} />
      </Card>
      <Card
        flush
        title="Versions"
        description="A version never changes. What was charged keeps the version that it was charged by."
      >
        <VersionsTable versions={versions} />
      </Card>
    </div>
  );
}
