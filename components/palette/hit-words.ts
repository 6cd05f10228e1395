import { TYPE_NAMES } from "@/lib/ledger/rules/type-names";
import { featureName } from "@/lib/metering/rules/usage-names";
import type { Hit, HitKind } from "@/lib/reports/find/hit";
import { displayDescription } from "@/lib/values/display/description";

const KINDS: Readonly<Record<HitKind, string>> = {
  transaction: "Transaction",
  usage_event: "Usage event",
  hold: "Hold",
  approval: "Approval",
  mandate: "Mandate",
  instance: "Instance",
  tool: "Tool",
  model: "Model",
  deployment: "Deployment",
  guardrail: "Guardrail",
  custom_script: "Custom script",
  volume: "Volume",
  member: "Member",
  team: "Team",
  project: "Project",
  key: "API key",
  budget: "Budget",
};

/** What was found, in the words of the page that it leads to: what it is called, and what tells it from others of the name. */
export function hitInWords({ kind, title, note }: Pick<Hit, "kind" | "title" | "note">): {
  label: string;
  note: string;
} {
  return { label: labelOf(kind, title), note: [KINDS[kind], noteOf(kind, note)].filter(Boolean).join(" · ") };
}

function labelOf(kind: HitKind, title: string): string {
  if (kind === "transaction" || kind === "hold") return displayDescription(title);
  if (kind !== "usage_event") return title;
  const [feature = "", ...rest] = title.split(" · ");
  return [featureName(feature), ...rest].join(" · ");
}

function noteOf(kind: HitKind, note: string): string {
  if (kind !== "transaction") return note;
  return Object.entries(TYPE_NAMES).find(([type]) => type === note)?.[1].one ?? note;
}
