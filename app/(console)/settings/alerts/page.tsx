import type { Metadata } from "next";
import { AlertsCard } from "@/components/alerts/alerts-card";
import { listAlerts } from "@/lib/alerts/list-alerts";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Alerts" };

/** When somebody is told of a balance, how, and who. */
export default async function AlertsPage() {
  const ctx = await pageContext();
  const wallets = await listAlerts(ctx);
  return (
    <div className="space-y-6">
      {wallets.map((wallet) => (
        <AlertsCard
          key={`${ctx.accountId} ${wallet.unit}`}
          accountId={ctx.accountId}
          wallet={wallet}
          mayWrite={ctx.permissions.has("alerts:write")}
        />
      ))}
    </div>
  );
}
