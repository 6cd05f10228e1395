import type { ReactNode } from "react";
import { SETTINGS_PAGES } from "@/components/shell/settings-pages";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { pageContext } from "@/lib/web/session";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { permissions } = await pageContext();
  return (
    <div className="space-y-6">
      <PageHeader title="Settings" />
      <LinkTabs label="Settings" tabs={SETTINGS_PAGES.filter(({ needs }) => permissions.has(needs))} />
      {children}
    </div>
  );
}
