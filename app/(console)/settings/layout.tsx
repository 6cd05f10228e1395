import type { ReactNode } from "react";
import { SettingsNavigation } from "@/components/shell/settings-navigation";
import { SETTINGS_GROUPS } from "@/components/shell/settings-pages";
import { PageHeader } from "@/components/ui/page-header";
import { pageContext } from "@/lib/web/session";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { permissions } = await pageContext();
  const groups = SETTINGS_GROUPS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(({ needs }) => permissions.has(needs)),
  })).filter(({ pages }) => pages.length > 0);
  return (
    <div className="space-y-4 md:space-y-6">
      <PageHeader title="Settings" />
      <div
        className="gap-x-6 md:grid md:grid-cols-[9.5rem_minmax(0,1fr)] lg:grid-cols-[11.5rem_minmax(0,1fr)] lg:gap-x-10"
        data-own-navigation
      >
        <SettingsNavigation groups={groups} />
        <div className="min-w-0">{children}</div>
      </div>
    </div>
  );
}
