import type { Metadata } from "next";
import { AutoRechargeForm } from "@/components/purchases/auto-recharge-form";
import { NothingSold } from "@/components/purchases/nothing-sold";
import { RechargeHistory } from "@/components/purchases/recharge-history";
import { RechargeState } from "@/components/purchases/recharge-state";
import { RefreshWhile } from "@/components/purchases/refresh-while";
import { WhoMayChange } from "@/components/settings/who-may";
import { listPaymentMethods } from "@/lib/purchases/payment-methods/list";
import { readAutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { stripeMode } from "@/lib/purchases/stripe";
import { isUuid } from "@/lib/values/ids";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../../search-params";
import { catchUp } from "../catch-up";

export const metadata: Metadata = { title: "Auto-recharge" };

const UNDER_WAY: ReadonlySet<string> = new Set(["started", "processing", "requires_action"]);

export default async function AutoRechargePage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, { saved, finished }] = await Promise.all([pageContext(), readSearch(searchParams)]);
  if (stripeMode() === null) return <NothingSold what="auto-recharge" />;
  if (saved) await catchUp(ctx);
  if (finished && isUuid(finished)) await catchUp(ctx, finished);
  const [recharge, methods] = await Promise.all([readAutoRecharge(ctx), listPaymentMethods(ctx)]);
  const attempts = recharge?.attempts ?? [];
  const mayWrite = ctx.permissions.has("billing:write");
  return (
    <div className="space-y-6">
      <RefreshWhile
        waiting={recharge?.isOn === true || attempts.some(({ status }) => UNDER_WAY.has(status))}
      />
      <WhoMayChange what="these settings" needs="billing:write" permissions={ctx.permissions} />
      <RechargeState recharge={recharge} />
      {mayWrite && (
        <AutoRechargeForm
          key={`${ctx.accountId} ${methods.length}`}
          accountId={ctx.accountId}
          recharge={recharge}
          methods={methods}
        />
      )}
      <RechargeHistory accountId={ctx.accountId} attempts={attempts} mayWrite={mayWrite} />
    </div>
  );
}
