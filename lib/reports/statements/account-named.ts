import { billingDetailsOf } from "@/lib/accounts/billing-details";
import { inAccount } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { creditValueOf } from "@/lib/metering/credit-value";
import { formatUsd } from "@/lib/values/usd";
import type { ReceiptDocument } from "./schema";

/** What every document begins with: who makes it and when, and who it is made out to, as it is said now. */
export async function accountNamed(
  accountId: string,
  pricedAt: Date,
  now: Date,
): Promise<Pick<ReceiptDocument, "issuer" | "issued_at" | "account" | "credit_usd_value" | "issued_by">> {
  const [{ name, billing }, creditValue] = await Promise.all([
    inAccount(accountId, async (tx) => {
      const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
      return { name: account.name, billing: await billingDetailsOf(tx, accountId) };
    }),
    creditValueOf(accountId, pricedAt),
  ]);
  const { ECU_ISSUER_NAME: company, ECU_ISSUER_ADDRESS: address, ECU_ISSUER_TAX_ID: taxId } = env();
  return {
    issuer: new URL(env().NEXTAUTH_URL ?? "http://localhost").origin,
    issued_at: now.toISOString(),
    account: {
      id: accountId,
      name,
      billing: billing && {
        name: billing.name,
        line1: billing.line1,
        line2: billing.line2,
        postal_code: billing.postalCode,
        city: billing.city,
        state: billing.state,
        country: billing.country,
        tax_id: billing.taxId,
      },
    },
    credit_usd_value: formatUsd(creditValue),
    issued_by: company ? { name: company, address: address ?? [], tax_id: taxId ?? "" } : null,
  };
}
