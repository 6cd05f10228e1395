import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { AllocationBars } from "@/components/billing/allocation-bars";
import { BalanceHero } from "@/components/billing/balance-hero";
import { BillingTabs } from "@/components/billing/billing-tabs";
import { MonthCards } from "@/components/billing/month-cards";
import { NowOnly } from "@/components/billing/now-only";
import { LinkButton } from "@/components/ui/button";
import { readMonth } from "@/lib/metering/read-month";
import { readWallet } from "@/lib/metering/read-wallet";
import { readAutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { stripeMode } from "@/lib/purchases/stripe";
import { readRunOut } from "@/lib/reports/read-run-out";
import type { Context } from "@/lib/values/context";
import { displayAmount } from "@/lib/values/display/amount";
import { displayChange } from "@/lib/values/display/change";
import { displayRunOut } from "@/lib/values/display/run-out";
import { displayMonth, displayShortRange } from "@/lib/values/display/time";
import { formatCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { pageContext } from "@/lib/web/session";

export default async function BillingLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const at = new Date();
  const today = utcDay(at);
  const [wallet, { now, before }, recharge, runOut] = await Promise.all([
    readWallet(ctx),
    readMonth(ctx, today),
    stripeMode() === null ? null : rechargeInWords(ctx),
    readRunOut(ctx, at),
  ]);
  const changes = {
    cost: displayChange(now.cost, before.cost),
    calls: displayChange(BigInt(now.calls), BigInt(before.calls)),
    tokens: displayChange(BigInt(now.tokens), BigInt(before.tokens)),
  };
  return (
    <>
      <h1 className="sr-only">Billing</h1>
      <NowOnly>
        <div className="grid gap-5 sm:gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]">
          <BalanceHero
            wallet={wallet}
            runOut={runOut && displayRunOut(runOut)}
            action={
              <>
                <LinkButton href="/billing/buy">
                  <Plus aria-hidden />
                  Add credit
                </LinkButton>
                {recharge && <LinkButton href="/settings/auto-recharge">{recharge}</LinkButton>}
              </>
            }
          />
          <MonthCards
            month={displayMonth(today)}
            cost={formatCredits(now.cost)}
            used={now.used === now.cost ? null : formatCredits(now.used)}
            calls={now.calls}
            events={now.events}
            tokens={now.tokens}
            changes={changes}
            before={displayShortRange(before.from, before.to)}
            creditValue={wallet.credit_usd_value}
          />
        </div>
        <div className="mt-5 mb-3 sm:mt-6 sm:mb-8">
          <AllocationBars wallet={wallet} />
        </div>
      </NowOnly>
      <BillingTabs />
      <div className="mt-4">{children}</div>
    </>
  );
}

/** "Auto-recharge: on at < 100", as the button to its settings says it. */
async function rechargeInWords(ctx: Context): Promise<string> {
  const recharge = await readAutoRecharge(ctx);
  return `Auto-recharge: ${recharge?.isOn ? `on at < ${displayAmount(recharge.threshold)}` : "off"}`;
}
