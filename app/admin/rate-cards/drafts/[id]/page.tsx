import type { Metadata } from "next";
import { DraftEditor } from "@/components/admin/draft-editor";
import { Owner } from "@/components/admin/versions-table";
import { pageOperator } from "@/lib/web/session";
import { readOpenDraft } from "../read-open-draft";

export const metadata: Metadata = { title: "Draft of a rate card" };

/** A rate card while it is being written. */
export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const operator = await pageOperator();
  const { draft, against, differences } = await readOpenDraft(operator, (await params).id);
  return (
    <DraftEditor
      draft={draft}
      about={
        <>
          Prices while they are being written. For <Owner accountId={draft.accountId} />, last changed by{" "}
          {draft.updatedBy}.
        </>
      }
      against={against}
      validFrom={draft.validFrom}
      differences={differences}
    />
  );
}
