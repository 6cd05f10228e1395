"use client";

import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import { confirmRecharge } from "@/lib/purchases/recharge/actions";
import type { AttemptView } from "@/lib/purchases/recharge/read-auto-recharge";
import { declineInWords } from "@/lib/purchases/rules/decline-words";
import { displayAmount } from "@/lib/values/display/amount";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayUsd } from "@/lib/values/display/usd";
import { LeaveButton } from "./leave-button";

const STATES: Readonly<Record<AttemptView["status"], readonly [tone: Tone, words: string]>> = {
  started: ["neutral", "being charged"],
  processing: ["neutral", "on its way"],
  requires_action: ["warn", "waits for you"],
  succeeded: ["good", "paid"],
  declined: ["bad", "declined"],
  canceled: ["neutral", "given up"],
};

/** The newest charges of auto-recharge, and what came of each. */
export function RechargeHistory({
  accountId,
  attempts,
  mayWrite,
}: {
  accountId: string;
  attempts: readonly AttemptView[];
  mayWrite: boolean;
}) {
  if (attempts.length === 0) return null;
  return (
    <Card title="Charges" description="The newest first, at most twenty." flush>
      <DataTable
        caption="Charges of auto-recharge"
        rows={attempts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "when",
            head: "When (UTC)",
            narrow: "meta",
            cell: ({ createdAt }) => <UtcTime column at={createdAt} />,
          },
          {
            key: "state",
            head: "State",
            narrow: "title",
            cell: (attempt) => {
              const [tone, words] = STATES[attempt.status];
              const why = attempt.declineCode && sentenceOf(declineInWords(attempt.declineCode));
              return (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone={tone}>{words}</Badge>
                  {why && <span className="text-xs text-ink-muted">{why}</span>}
                </span>
              );
            },
          },
          {
            key: "balance",
            head: "Balance then",
            align: "right",
            cell: ({ balance }) => `${displayAmount(balance)} ECU`,
          },
          {
            key: "amount",
            head: "Amount",
            align: "right",
            narrow: "value",
            cell: ({ credits, amountUsd }) => `${displayAmount(credits)} ECU for ${displayUsd(amountUsd)}`,
          },
          {
            key: "more",
            head: <span className="sr-only">Next step</span>,
            align: "right",
            narrow: "meta-value",
            cell: ({ id, status, transactionId }) =>
              transactionId ? (
                <TextLink href={`/billing?explain=${transactionId}`}>Transaction</TextLink>
              ) : status === "requires_action" && mayWrite ? (
                <LeaveButton size="sm" ask={() => confirmRecharge({ attemptId: id }, accountId)}>
                  Confirm with your bank
                </LeaveButton>
              ) : null,
          },
        ]}
      />
    </Card>
  );
}
