import type { Metadata } from "next";
import { StarterPack } from "@/components/billing/starter-pack";
import { AskOperator } from "@/components/purchases/ask-operator";
import { BuyForm } from "@/components/purchases/buy-form";
import { LeadForm } from "@/components/purchases/lead-form";
import { RechargeOnBuy } from "@/components/purchases/recharge-on-buy";
import { VolumePrices } from "@/components/purchases/volume-prices";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readAccount } from "@/lib/accounts/read-account";
import { readWallet } from "@/lib/metering/read-wallet";
import { readOffers } from "@/lib/purchases/offers";
import { listPaymentMethods } from "@/lib/purchases/payment-methods/list";
import { readAutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsdOfCredits } from "@/lib/values/display/usd";
import { PAGE_PATH } from "@/lib/values/page-path";
import { pageContext, pagePerson } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";

export const metadata: Metadata = { title: "Buy ECU" };

/** What credit costs, and how to add some. */
export default async function BuyPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [ctx, person, query] = await Promise.all([pageContext(), pagePerson(), searchParams]);
  const [offers, wallet, account, url, recharge, methods] = await Promise.all([
    readOffers(ctx),
    readWallet(ctx),
    readAccount(ctx),
    consoleUrl(),
    readAutoRecharge(ctx),
    listPaymentMethods(ctx),
  ]);
  const price = offers.credit_usd_value;
  const mayBuy = ctx.permissions.has("billing:write");
  const next = typeof query.next === "string" && PAGE_PATH.test(query.next) ? query.next : null;
  const wanted = typeof query.amount === "string" && /^\d{1,10}$/.test(query.amount) ? query.amount : null;
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader
        title="Buy ECU"
        description={
          <>
            Credit has no monthly fee; only what you run uses it, at the prices on the{" "}
            <TextLink href="/pricing">rate card</TextLink>.
          </>
        }
      />
      {query.canceled && <Banner>The checkout was left, and nothing was charged.</Banner>}
      {offers.mode === null ? (
        <AskOperator
          account={account}
          balance={`${displayAmount(wallet.balance)} ECU ≈ ${displayUsdOfCredits(wallet.balance, price)}`}
          url={url}
        />
      ) : mayBuy ? (
        <>
          <BuyForm key={account.id} accountId={account.id} offers={offers} wanted={wanted} returnTo={next} />
          <RechargeOnBuy
            key={`recharge ${account.id}`}
            accountId={account.id}
            recharge={recharge}
            methods={methods}
          />
        </>
      ) : (
        <Banner>
          Owners, admins and billing members of {account.name} can add credit. Ask one of them, or to be made
          one.
        </Banner>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        <StarterPack grants={offers.starter} price={price} />
        <VolumePrices offers={offers} />
      </div>
      <LeadForm
        key={`lead ${account.id}`}
        accountId={account.id}
        person={{ name: person.name, email: person.email }}
      />
    </div>
  );
}
