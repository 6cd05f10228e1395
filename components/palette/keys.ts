/** A place that two keys lead to: `g`, then this one. */
export interface PlaceKey {
  key: string;
  href: string;
  label: string;
}

/** In the order of the sidebar. */
export const PLACE_KEYS: readonly PlaceKey[] = [
  { key: "b", href: "/billing", label: "Billing" },
  { key: "a", href: "/billing/buy", label: "Add credit" },
  { key: "u", href: "/usage", label: "Usage" },
  { key: "c", href: "/consumption", label: "Consumption" },
  { key: "e", href: "/cost-preview", label: "Cost preview" },
  { key: "p", href: "/pricing", label: "Pricing" },
  { key: "s", href: "/settings", label: "Settings" },
  { key: "m", href: "/settings/members", label: "Members" },
  { key: "k", href: "/settings/keys", label: "API keys" },
  { key: "d", href: "/docs", label: "Docs" },
];

/** What a key press means: `go` waits for the second key. */
export type KeyCommand = { kind: "go" } | { kind: "place"; href: string } | { kind: "search" | "keys" };

/** The command of a key without modifiers; null where it has none. `afterG` says that `g` was pressed right before. */
export function commandOf(key: string, afterG: boolean): KeyCommand | null {
  const place = afterG ? PLACE_KEYS.find((one) => one.key === key) : undefined;
  if (place) return { kind: "place", href: place.href };
  if (key === "g") return { kind: "go" };
  if (key === "/") return { kind: "search" };
  return key === "?" ? { kind: "keys" } : null;
}
