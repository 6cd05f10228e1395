import type { Hit } from "@/lib/reports/find/hit";
import { parseTransactionId } from "@/lib/values/ids";

const PLACES = {
  approval: "/settings/mandates",
  mandate: "/settings/mandates",
  member: "/settings/members",
  team: "/settings/teams",
  project: "/settings/teams",
  key: "/settings/keys",
  budget: "/settings/budgets",
} as const;

/** The page that shows what was found, with its panel open where it has one. */
export function hrefOfHit({ kind, id, title, transaction, within }: Hit): string {
  if (transaction !== null) return hrefOfTransaction(transaction);
  switch (kind) {
    case "transaction":
      return hrefOfTransaction(id);
    case "usage_event":
      return `/usage/calls?${new URLSearchParams({ ...(within && { from: within, to: within }), event: id }).toString()}`;
    case "hold":
      return "/billing";
    case "instance":
      return `/usage/instances?range=90d&open=${encodeURIComponent(id)}`;
    case "tool":
      return `/usage/tools?text=${encodeURIComponent(title)}`;
    case "model":
      return `/usage/models?open=${encodeURIComponent(id)}`;
    case "deployment":
      return within === null ? "/usage/models" : `/usage/models?open=${encodeURIComponent(within)}`;
    case "guardrail":
      return `/usage/guardrails?open=${encodeURIComponent(id)}`;
    case "custom_script":
      return `/usage/scripts?open=${encodeURIComponent(id)}`;
    case "volume":
      return `/billing?text=${encodeURIComponent(id)}`;
    default:
      return PLACES[kind];
  }
}

/** The panel that explains a row, on the tab of its wallet; in another account where one is named. */
export function hrefOfTransaction(id: string, accountId?: string): string {
  const query = new URLSearchParams({
    ...(accountId && { account: accountId }),
    ...(parseTransactionId(id)?.unit === "tool_run" && { unit: "tool_run" }),
    explain: id,
  });
  return `/billing?${query.toString()}`;
}
