import type { ReactNode } from "react";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import type { Permission } from "@/lib/values/context";
import { pageContext } from "@/lib/web/session";

const TABS: readonly { href: string; label: string; needs: Permission }[] = [
  { href: "/settings/account", label: "Account", needs: "account:read" },
  { href: "/settings/members", label: "Members", needs: "members:read" },
  { href: "/settings/teams", label: "Teams and projects", needs: "account:read" },
  { href: "/settings/keys", label: "API keys", needs: "keys:read" },
  { href: "/settings/budgets", label: "Budgets", needs: "usage:read" },
  { href: "/settings/alerts", label: "Alerts", needs: "ledger:read" },
  { href: "/settings/mandates", label: "Mandates", needs: "usage:read" },
  { href: "/settings/provider-keys", label: "Provider keys", needs: "account:read" },
  { href: "/settings/payment-methods", label: "Payment methods", needs: "ledger:read" },
  { href: "/settings/auto-recharge", label: "Auto-recharge", needs: "ledger:read" },
  { href: "/settings/profile", label: "Profile", needs: "account:read" },
  { href: "/settings/audit", label: "Audit log", needs: "audit:read" },
];

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { permissions } = await pageContext();
  return (
    <div className="space-y-6">
      <PageHeader title="Settings" />
      <LinkTabs label="Settings" tabs={TABS.filter(({ needs }) => permissions.has(needs))} />
      {children}
    </div>
  );
}
