import type { Metadata } from "next";
import { AlertsCard } from "@/components/alerts/alerts-card";
import { AnomalyCard } from "@/components/alerts/anomaly-card";
import { PaceCard } from "@/components/alerts/pace-card";
import { ConfirmAddress } from "@/components/settings/confirm-address";
import { WhoMayChange } from "@/components/settings/who-may";
import { readAnomalySettings } from "@/lib/alerts/anomalies/settings";
import { readPace } from "@/lib/alerts/letters/choose-pace";
import { listAlerts } from "@/lib/alerts/list-alerts";
import { pageContext, pagePerson } from "@/lib/web/session";

export const metadata: Metadata = { title: "Alerts" };

/** When somebody is told of a balance or of unusual spending, how, and who. */
export default async function AlertsPage() {
  const ctx = await pageContext();
  const [person, wallets, anomalies, pace] = await Promise.all([
    pagePerson(),
    listAlerts(ctx),
    readAnomalySettings(ctx),
    readPace(ctx),
  ]);
  const { accountId } = ctx;
  const mayWrite = ctx.permissions.has("alerts:write");
  return (
    <div className="space-y-6">
      <WhoMayChange what="alerts" needs="alerts:write" permissions={ctx.permissions} />
      {mayWrite && !person.isProven && <ConfirmAddress email={person.email} />}
      {wallets.map((wallet) => (
        <AlertsCard
          key={`${accountId} ${wallet.unit}`}
          accountId={accountId}
          wallet={wallet}
          mayWrite={mayWrite}
        />
      ))}
      <AnomalyCard
        key={`anomalies ${accountId}`}
        accountId={accountId}
        settings={anomalies}
        mayWrite={mayWrite}
      />
      {pace && <PaceCard key={`pace ${accountId}`} accountId={accountId} pace={pace} />}
    </div>
  );
}
