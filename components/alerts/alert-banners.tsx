import type { AlertNotices } from "@/lib/alerts/read-banners";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { AlertBannerView } from "./alert-banner";
import { FollowAlerts } from "./follow-alerts";

/** What the balance and the budgets have come to, on every page, each with its one next step. */
export function AlertBanners({ wallet, notices }: { wallet: WalletSummary; notices: AlertNotices }) {
  return (
    <>
      {notices.banners.map((banner) => (
        // Another threshold or another allocation is another banner, also for whoever has just put this one away.
        <AlertBannerView
          key={`${banner.topic} ${banner.series} ${banner.rank}`}
          accountId={wallet.account_id}
          banner={banner}
        />
      ))}
      <FollowAlerts wallet={wallet} next={notices.next} />
    </>
  );
}
