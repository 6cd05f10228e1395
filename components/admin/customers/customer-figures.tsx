import { Amount } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";
import type { Customer } from "@/lib/backoffice/accounts/read-customer";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";

/** What is left in both wallets. */
export function CustomerFigures({ wallet }: { wallet: Customer["wallet"] }) {
  return (
    <dl className="grid gap-3 min-[22rem]:grid-cols-2 lg:grid-cols-4">
      <StatCard
        label="Balance (ECU)"
        value={<Credits amount={wallet.balance} />}
        note={`≈ ${displayUsd(wallet.balance_usd)}`}
      />
      <StatCard label="Held (ECU)" value={<Credits amount={wallet.held} />} />
      <StatCard label="Available (ECU)" value={<Credits amount={wallet.available} />} note="balance − held" />
      <StatCard
        label="Tool runs"
        value={<Amount value={wallet.tool_runs.balance} unit="tool_run" />}
        note={`of ${displayAmount(wallet.tool_runs.allocation)} when runs were last added`}
      />
    </dl>
  );
}

/** One of those that are a sum, all with the same decimals. */
function Credits({ amount }: { amount: string }) {
  return <Amount value={amount} aligned={amount !== "0"} />;
}
