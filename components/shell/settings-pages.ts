import type { Permission } from "@/lib/values/context";

/** A page of the settings, for those who may read what it shows. */
export interface SettingsPage {
  href: string;
  label: string;
  needs: Permission;
}

/** The pages of the settings, in the order of their tabs. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  { href: "/settings/account", label: "Account", needs: "account:read" },
  { href: "/settings/members", label: "Members", needs: "members:read" },
  { href: "/settings/teams", label: "Teams and projects", needs: "account:read" },
  { href: "/settings/keys", label: "API keys", needs: "keys:read" },
  { href: "/settings/budgets", label: "Budgets", needs: "usage:read" },
  { href: "/settings/alerts", label: "Alerts", needs: "ledger:read" },
  { href: "/settings/mandates", label: "Mandates", needs: "usage:read" },
  { href: "/settings/provider-keys", label: "Provider keys", needs: "account:read" },
  { href: "/settings/webhooks", label: "Webhooks", needs: "account:read" },
  { href: "/settings/payment-methods", label: "Payment methods", needs: "ledger:read" },
  { href: "/settings/auto-recharge", label: "Auto-recharge", needs: "ledger:read" },
  { href: "/settings/profile", label: "Profile", needs: "account:read" },
  { href: "/settings/audit", label: "Audit log", needs: "audit:read" },
];
