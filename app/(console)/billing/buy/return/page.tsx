import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckoutResult } from "@/components/purchases/checkout-result";
import { finishCheckout } from "@/lib/purchases/finish-checkout";
import { readPayment } from "@/lib/purchases/read-payment";
import { PAGE_PATH } from "@/lib/values/page-path";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Your purchase" };

/** Where the checkout leads back to: what was bought and the balance as it is now, or what is still to happen. */
export default async function ReturnPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [ctx, { session_id: session, next }] = await Promise.all([pageContext(), searchParams]);
  if (typeof session !== "string") notFound();
  const finished = await finishCheckout(ctx, session).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  const payment = finished.transactionId ? await readPayment(ctx, finished.transactionId) : null;
  const goOn = typeof next === "string" && PAGE_PATH.test(next) ? next : null;
  return <CheckoutResult finished={finished} receiptUrl={payment?.receipt_url ?? null} goOn={goOn} />;
}
