import type { Permission } from "@/lib/values/context";

/** A page that the settings lead to, for those who may read what it shows. */
export interface SettingsPage {
  href: string;
  label: string;
  needs: Permission;
}

/** Pages of the settings that belong together. */
export interface SettingsGroup {
  label: string;
  pages: readonly SettingsPage[];
}

/** The settings as their navigation has them. */
export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    label: "General",
    pages: [
      { href: "/settings/account", label: "Account", needs: "account:read" },
      { href: "/settings/members", label: "Members", needs: "members:read" },
      { href: "/settings/teams", label: "Teams and projects", needs: "account:read" },
      { href: "/settings/audit", label: "Audit log", needs: "audit:read" },
    ],
  },
  {
    label: "Spending",
    pages: [
      { href: "/settings/budgets", label: "Budgets", needs: "usage:read" },
      { href: "/settings/alerts", label: "Alerts", needs: "ledger:read" },
      { href: "/settings/mandates", label: "Mandates", needs: "usage:read" },
    ],
  },
  {
    label: "Billing",
    pages: [
      // A page of its own beside the settings: whoever looks for it here is led there.
      { href: "/billing/buy", label: "Buy ECU", needs: "ledger:read" },
      { href: "/settings/payment-methods", label: "Payment methods", needs: "ledger:read" },
      { href: "/settings/auto-recharge", label: "Auto-recharge", needs: "ledger:read" },
    ],
  },
  {
    label: "Developers",
    pages: [
      { href: "/settings/keys", label: "API keys", needs: "keys:read" },
      { href: "/settings/provider-keys", label: "Provider keys", needs: "account:read" },
      { href: "/settings/webhooks", label: "Webhooks", needs: "account:read" },
    ],
  },
  { label: "You", pages: [{ href: "/settings/profile", label: "Profile", needs: "account:read" }] },
];

/** Every page of the settings, without those of other places that their navigation leads to. */
export const SETTINGS_PAGES: readonly SettingsPage[] = SETTINGS_GROUPS.flatMap(({ pages }) =>
  pages.filter(({ href }) => href.startsWith("/settings/")),
);
