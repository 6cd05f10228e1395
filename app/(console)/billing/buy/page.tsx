import type { Metadata } from "next";
import { StarterPack } from "@/components/billing/starter-pack";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readAccount } from "@/lib/accounts/read-account";
import { readStarterPack } from "@/lib/ledger/read-starter-pack";
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
  const [wallet, account, starter, url] = await Promise.all([
    readWallet(ctx),
    readAccount(ctx),
    readStarterPack(ctx),
    consoleUrl(),
  ]);
  const price = wallet.credit_usd_value;
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader
        title="Buy ECU"
        description={`One ECU is ${displayUsd(price)}. Credit has no monthly fee; only what you run uses it.`}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <StarterPack grants={starter} price={price} />
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
          <p>For the operator, with a platform key that may write to the ledger:</p>
          <CodeBlock label="Adds 500 ECU to this account" code={commandFor(account.id, url)} />
        </div>
      </Card>
    </div>
  );
}

function commandFor(accountId: string, url: string): string {
  return `export ECU_PLATFORM_KEY=ecup_YOUR_KEY
curl ${url}/api/v1/transactions \\
  -H "Authorization: Bearer $ECU_PLATFORM_KEY" -H "Ecu-Account: ${accountId}" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: $(date +%s)" \\
  -d '{"type": "topup", "amount": "500", "description": "Credit added by the operator"}'`;
}
