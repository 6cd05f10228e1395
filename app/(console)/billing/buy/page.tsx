import { Check } from "lucide-react";
import type { Metadata } from "next";
import { BigAmount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readAccount } from "@/lib/accounts/read-account";
import { listTransactions } from "@/lib/ledger/list";
import { readWallet } from "@/lib/metering/read-wallet";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd, displayUsdOfCredits } from "@/lib/values/display/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";

export const metadata: Metadata = { title: "Buy ECU" };

const AMOUNTS = ["100", "500", "1000", "5000"];

/** What credit costs and how it is added here, said as it is: by the operator of this installation. */
export default async function BuyPage() {
  const ctx = await pageContext();
  const [wallet, account, bonuses, url] = await Promise.all([
    readWallet(ctx),
    readAccount(ctx),
    listTransactions(ctx, { types: ["bonus"] }, { limit: 1_000 }),
    consoleUrl(),
  ]);
  const starter = bonuses.next === null ? bonuses.rows.at(-1) : undefined;
  const price = wallet.credit_usd_value;
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader
        title="Buy ECU"
        description={`One ECU is ${displayUsd(price)}. Credit has no monthly fee, and is used by what you run.`}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card
          title="Free starter pack"
          description="Included with every account."
          actions={starter ? <Badge tone="good">Included</Badge> : undefined}
        >
          {starter ? (
            <>
              <p className="flex items-baseline gap-2">
                <BigAmount value={starter.amount} className="text-xl" />
                <span className="text-ink-muted">ECU ≈ {displayUsdOfCredits(starter.amount, price)}</span>
              </p>
              <p className="mt-3 flex gap-2">
                <Check className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
                <span>
                  Added when the account was opened.{" "}
                  <TextLink href={`/billing?explain=${starter.id}`}>See the transaction</TextLink>
                </span>
              </p>
            </>
          ) : (
            <p className="text-ink-muted">This account was opened without one.</p>
          )}
        </Card>
        <Card title="What credit costs">
          <Details
            rows={AMOUNTS.map((amount) => [
              `${displayAmount(amount)} ECU`,
              displayUsdOfCredits(amount, price),
            ])}
          />
          <p className="mt-3 text-xs text-ink-muted">
            What a call, a run or an hour costs in ECU is on the{" "}
            <TextLink href="/pricing">rate card</TextLink>.
          </p>
        </Card>
      </div>
      <Card
        title="Add credit"
        description="On this installation credit is added by its operator. Send them the Account ID and the amount that you want; it is in your balance the moment they add it."
      >
        <Details
          rows={[
            ["Account", account.name],
            ["Account ID", <CopyId key="id" id={account.id} label="account id" full />],
            [
              "Balance now",
              `${displayAmount(wallet.balance)} ECU ≈ ${displayUsdOfCredits(wallet.balance, price)}`,
            ],
          ]}
        />
        <div className="mt-4 space-y-2">
          <p className="text-sm">For the operator, with a platform key that may write to the ledger:</p>
          <CodeBlock label="Adds 500 ECU to this account" code={commandFor(account.id, url)} />
        </div>
      </Card>
    </div>
  );
}

function commandFor(accountId: string, url: string): string {
  return `curl ${url}/api/v1/transactions \\
  -H "Authorization: Bearer $ECU_PLATFORM_KEY" -H "Ecu-Account: ${accountId}" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: $(uuidgen)" \\
  -d '{"type": "topup", "amount": "500", "description": "Credit added by the operator"}'`;
}
