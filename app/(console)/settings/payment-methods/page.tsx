import type { Metadata } from "next";
import { NothingSold } from "@/components/purchases/nothing-sold";
import { PaymentMethodsCard } from "@/components/purchases/payment-methods-card";
import { WhoMayChange } from "@/components/settings/who-may";
import { listPaymentMethods } from "@/lib/purchases/payment-methods/list";
import { readAutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { stripeMode } from "@/lib/purchases/stripe";
import { pageContext } from "@/lib/web/session";
import { catchUp } from "../catch-up";

export const metadata: Metadata = { title: "Payment methods" };

export default async function PaymentMethodsPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string | string[] }>;
}) {
  const [ctx, { saved }] = await Promise.all([pageContext(), searchParams]);
  if (stripeMode() === null) return <NothingSold what="payment method" />;
  if (saved) await catchUp(ctx);
  const [methods, recharge] = await Promise.all([listPaymentMethods(ctx), readAutoRecharge(ctx)]);
  return (
    <div className="space-y-5">
      {methods.length > 0 && (
        <WhoMayChange what="payment methods" needs="billing:write" permissions={ctx.permissions} />
      )}
      <PaymentMethodsCard
        key={ctx.accountId}
        accountId={ctx.accountId}
        methods={methods}
        mayWrite={ctx.permissions.has("billing:write")}
        rechargedWith={recharge?.isOn ? recharge.paymentMethodId : null}
      />
    </div>
  );
}
