"use client";

import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { TextLink } from "@/components/ui/text-link";
import { sendInvoice } from "@/lib/purchases/actions";
import type {
  ContractInvoiceStatus,
  ContractInvoiceView,
  ContractView,
} from "@/lib/purchases/contracts/list-contracts";
import { displayAmount } from "@/lib/values/display/amount";
import { displayDay } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";

const TONES: Readonly<Record<ContractInvoiceStatus, Tone>> = {
  planned: "neutral",
  sending: "warn",
  sent: "accent",
  paid: "good",
  void: "bad",
};

/** A contract with its parts. */
export function ContractCard({ contract, sells }: { contract: ContractView; sells: boolean }) {
  const { id, accountId, accountName, name, createdBy, invoices } = contract;
  return (
    <Card
      flush
      title={name}
      description={
        <>
          {accountName} <CopyId id={accountId} label="account id" />, written down by {createdBy}
        </>
      }
    >
      <DataTable
        caption={`Parts of ${name}`}
        rows={invoices}
        rowKey={({ no }) => String(no)}
        columns={[
          {
            key: "no",
            head: "Part",
            narrow: "title",
            cell: ({ no, status }) => (
              <span className="flex items-center gap-2">
                Part {no} <Badge tone={TONES[status]}>{status}</Badge>
              </span>
            ),
          },
          { key: "due", head: "Due (UTC)", narrow: "meta", cell: ({ dueOn }) => displayDay(dueOn) },
          {
            key: "amount",
            head: "Amount",
            align: "right",
            narrow: "value",
            cell: ({ amountUsd }) => <span className="tabular-nums">{displayUsd(amountUsd)}</span>,
          },
          {
            key: "credit",
            head: "Credit, bonus",
            align: "right",
            cell: ({ credits, bonusCredits }) => (
              <span className="tabular-nums">
                {displayAmount(credits)} + {displayAmount(bonusCredits)} ECU
              </span>
            ),
          },
          {
            key: "expires",
            head: "Credit expires, last day",
            cell: ({ creditExpiresOn }) => (creditExpiresOn ? displayDay(creditExpiresOn) : "stays"),
          },
          {
            key: "do",
            head: <span className="sr-only">What can be done</span>,
            align: "right",
            narrow: "meta-value",
            cell: (invoice) => <Next accountId={accountId} contractId={id} invoice={invoice} sells={sells} />,
          },
        ]}
      />
    </Card>
  );
}

function Next({
  accountId,
  contractId,
  invoice: { no, status, amountUsd, hostedUrl },
  sells,
}: {
  accountId: string;
  contractId: string;
  invoice: ContractInvoiceView;
  sells: boolean;
}) {
  if (hostedUrl) return <TextLink href={hostedUrl}>Invoice</TextLink>;
  if (!sells || (status !== "planned" && status !== "sending")) return null;
  return (
    <ConfirmDialog
      trigger="Send now"
      title={`Send the invoice of part ${no}?`}
      verb="Send"
      done="The invoice is on its way"
      run={() => sendInvoice({ accountId, contractId, no })}
    >
      Stripe mails an invoice of {displayUsd(amountUsd)} to the customer. Its credit is granted once it is
      paid. Without this it is sent by itself, a month before it is due.
    </ConfirmDialog>
  );
}
