import { type LucideIcon, Settings } from "lucide-react";
import { ADMIN_NAVIGATION, OVERVIEW } from "@/components/admin/navigation";
import { NAVIGATION } from "@/components/shell/navigation";
import { SETTINGS_PAGES } from "@/components/shell/settings-pages";
import type { Permission } from "@/lib/values/context";
import { PLACE_KEYS } from "./keys";

/** A page that the palette leads to. */
export interface PaletteItem {
  href: string;
  label: string;
  /** Where it stands: "Settings", "Operator". */
  within?: string;
  /** What people may call it besides. */
  also?: string;
  icon: LucideIcon;
  /** The key after `g`. */
  key?: string;
}

const MORE: readonly { href: string; label: string; within: string; also?: string; beside: string }[] = [
  {
    ...{ href: "/billing/buy", label: "Buy ECU", within: "Billing", beside: "/billing" },
    also: "add credit, top up, purchase, volume",
  },
  { href: "/billing/usage", label: "Usage of this month", within: "Billing", beside: "/billing" },
  { href: "/billing/grants", label: "Grants", within: "Billing", also: "credit expires", beside: "/billing" },
  {
    ...{ href: "/billing/statements", label: "Statements", within: "Billing", beside: "/billing" },
    also: "receipts, credit notes, invoices",
  },
  { href: "/usage/calls", label: "API calls", within: "Usage", beside: "/usage" },
  { href: "/usage/tools", label: "Tools", within: "Usage", beside: "/usage" },
  { href: "/usage/models", label: "Models", within: "Usage", beside: "/usage" },
  { href: "/usage/guardrails", label: "Guardrails", within: "Usage", beside: "/usage" },
  { href: "/usage/scripts", label: "Custom scripts", within: "Usage", beside: "/usage" },
  { href: "/usage/instances", label: "Instances", within: "Usage", beside: "/usage" },
];

/** Every page that the person may open, in the order of the sidebar; without permissions, as on the operator's pages, none of an account. */
export function pagesFor(permissions: readonly Permission[] | null, isOperator: boolean): PaletteItem[] {
  const pages = permissions === null ? [] : pagesOfAccount(permissions);
  if (isOperator)
    for (const { href, label, icon } of [OVERVIEW, ...ADMIN_NAVIGATION.flatMap(({ places }) => places)])
      pages.push({ href, label, within: "Operator", icon });
  return pages.map(({ href, label, within, also, icon }) => ({
    ...{ href, label, within, also, icon },
    key: PLACE_KEYS.find((one) => one.href === href)?.key,
  }));
}

function pagesOfAccount(permissions: readonly Permission[]): PaletteItem[] {
  const iconOf = (href: string) => NAVIGATION.find((one) => one.href === href)?.icon ?? Settings;
  return [
    ...NAVIGATION,
    ...MORE.map(({ beside, ...page }) => ({ ...page, icon: iconOf(beside) })),
    ...SETTINGS_PAGES.filter(({ needs }) => permissions.includes(needs)).map(({ href, label }) => ({
      href,
      label,
      within: "Settings",
      icon: Settings,
    })),
  ];
}

/** What a page is found by. */
export function wordsOf({ label, within = "", also = "" }: PaletteItem): string {
  return [label, within, also].join(" ");
}

/** Whether each word that was typed begins a word of what is offered. Ids are found by any part of them. */
export function matches(typed: string, offered: string): boolean {
  const words = offered.toLowerCase().split(/[\s/·,]+/);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part) || (part.length > 5 && word.includes(part))));
}
