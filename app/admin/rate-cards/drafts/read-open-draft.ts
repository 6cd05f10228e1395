import { notFound, redirect } from "next/navigation";
import type { Operator } from "@/lib/accounts/operator";
import { draftDifferences } from "@/lib/metering/drafts/versions";
import { isUuid } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";

/** A draft that is being written, and what it would change. One that is published leads to its version. */
export async function readOpenDraft(operator: Operator, id: string) {
  if (!isUuid(id)) notFound();
  const found = await draftDifferences(operator, id).catch((error: unknown) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  const { publishedVersion } = found.draft;
  if (publishedVersion !== null) redirect(`/admin/rate-cards/${publishedVersion}`);
  return found;
}
