import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";

/** Where nothing is sold: credit is added by whoever runs the installation, and this is what they need. */
export function AskOperator({
  account,
  balance,
  url,
}: {
  account: { id: string; name: string };
  balance: string;
  url: string;
}) {
  return (
    <Card
      title="Add credit"
      description="On this installation credit is added by its operator. Send them the Account ID and the amount that you want; it is in your balance the moment they add it."
    >
      <Details
        rows={[
          ["Account", account.name],
          ["Account ID", <CopyId key="id" id={account.id} label="account id" full />],
          ["Balance now", balance],
        ]}
      />
      <div className="mt-4 space-y-2">
        <p>For the operator, with a platform key that may write to the ledger:</p>
        <CodeBlock label="Adds 500 ECU to this account" code={commandFor(account.id, url)} />
      </div>
    </Card>
  );
}

function commandFor(accountId: string, url: string): string {
  return `export ECU_PLATFORM_KEY=ecup_YOUR_KEY
curl ${url}/api/v1/transactions \\
  -H "Authorization: Bearer $ECU_PLATFORM_KEY" -H "Ecu-Account: ${accountId}" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: $(date +%s)" \\
  -d '{"type": "topup", "amount": "500", "description": "Credit added by the operator"}'`;
}
