import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Palette } from "@/components/palette/palette";
import { LiveUpdates } from "@/components/live/live-updates";
import { Notices } from "@/components/notices/notices";
import { CARD_SEEN_COOKIE, paymentNotices } from "@/components/notices/payment-notices";
import { AccountMenu } from "@/components/shell/account-menu";
import { CreditWidget } from "@/components/shell/credit-widget";
import { HeaderBalance } from "@/components/shell/header-balance";
import { Shell } from "@/components/shell/shell";
import { UserMenu } from "@/components/shell/user-menu";
import { signOut, switchAccount } from "@/lib/accounts/personal/actions";
import { StripeStrip } from "@/components/shell/stripe-strip";
import { ViewingStrip } from "@/components/shell/viewing-strip";
import { readAlertNotices } from "@/lib/alerts/read-banners";
import { readDeploymentNotices } from "@/lib/deployments/read-notices";
import { readNotices } from "@/lib/purchases/read-notices";
import { stripeMode } from "@/lib/purchases/stripe";
import { readWallet } from "@/lib/metering/read-wallet";
import { pageContext, pagePerson } from "@/lib/web/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [ctx, person] = await Promise.all([pageContext(), pagePerson()]);
  const [wallet, alerts, payments, deployments, sent] = await Promise.all([
    readWallet(ctx),
    readAlertNotices(ctx),
    readNotices(ctx),
    readDeploymentNotices(ctx),
    cookies(),
  ]);
  const current = person.memberships.find(({ accountId }) => accountId === ctx.accountId);
  return (
    <Shell
      account={
        current && <AccountMenu current={current} memberships={person.memberships} onSwitch={switchAccount} />
      }
      search={
        current && (
          <Palette
            hasShortcuts={person.preferences.hasShortcuts}
            current={current}
            memberships={person.memberships}
            permissions={[...ctx.permissions]}
            isOperator={person.isOperator}
          />
        )
      }
      balance={<HeaderBalance wallet={wallet} />}
      credit={<CreditWidget wallet={wallet} />}
      strip={
        <>
          {person.viewing && <ViewingStrip view={person.viewing} />}
          <StripeStrip mode={stripeMode()} />
        </>
      }
      notices={
        <Notices
          key={ctx.accountId}
          wallet={wallet}
          alerts={alerts}
          deployments={deployments}
          payments={paymentNotices(payments, {
            mayWrite: ctx.permissions.has("billing:write"),
            seenCard: sent.get(CARD_SEEN_COOKIE)?.value,
          })}
        />
      }
      user={
        <UserMenu
          name={person.name}
          email={person.email}
          isOperator={person.isOperator}
          onSignOut={signOut}
        />
      }
    >
      {!person.viewing && <LiveUpdates accountId={ctx.accountId} />}
      {children}
    </Shell>
  );
}
