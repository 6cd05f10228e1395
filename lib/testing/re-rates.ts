import type { Operator } from "@/lib/accounts/operator";
import { approveReRate } from "@/lib/backoffice/re-rates/approve";
import { postShare } from "@/lib/backoffice/re-rates/post-share";
import { previewReRate } from "@/lib/backoffice/re-rates/preview";
import { proposeReRate } from "@/lib/backoffice/re-rates/propose";
import { readReRate } from "@/lib/backoffice/re-rates/read";
import { createDraft, saveDraft } from "@/lib/metering/drafts/drafts";
import { publishDraft } from "@/lib/metering/drafts/publish-draft";
import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { newId } from "@/lib/values/ids";

const ENTRY = {
  operation: "",
  model: "",
  hardware: "",
  meter: "run",
  per: "1",
  markup: "",
  floor: "0",
  tiers: [],
};

type Prices = Partial<Record<"judge_run" | "tool_run", string>>;

/** An account's own prices of runs, as a version: ECU for a judge run, runs for a tool run. */
export async function versionFor(operator: Operator, accountId: string, prices: Prices): Promise<number> {
  const id = await createDraft(operator, { name: "Theirs", accountId });
  const entries = Object.entries(prices).map(([feature, price]): DraftEntry => ({
    ...ENTRY,
    ...{ feature, price, unit: feature === "tool_run" ? "tool_run" : "credit" },
  }));
  await saveDraft(operator, { id, revision: 1, name: "Theirs", note: "", validFrom: null, entries });
  return (await publishDraft(operator, { id, revision: 2 })).version;
}

/** Prices an account's calls of some UTC days by a version, as two operators and the worker do it. Returns the re-rate's id. */
export async function reRated(
  [one, other]: readonly [Operator, Operator],
  accountId: string,
  { version, from, to }: { version: number; from: string; to: string },
): Promise<string> {
  const asked = { requestKey: newId(), reason: "Agreed in spring", version, accountId };
  const id = await proposeReRate(one, { ...asked, from, to });
  await previewReRate(id);
  await approveReRate(other, { id, digest: (await readReRate(other, id)).digest });
  await postShare(id, accountId);
  return id;
}
