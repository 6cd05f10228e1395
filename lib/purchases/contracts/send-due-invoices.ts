import { acrossAccounts } from "@/lib/db/transaction";
import { systemContext } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { DAY_MS } from "@/lib/values/time";
import { stripeMode } from "../stripe";
import { DAYS_TO_PAY, sendContractInvoice } from "./send-invoice";

const MOST_AT_ONCE = 200;

/** Sends the invoices that are due within a month, and those whose sending was cut short. Returns how many. */
export async function sendDueInvoices(): Promise<number> {
  if (stripeMode() === null) return 0;
  const due = await acrossAccounts((tx) =>
    tx.contractInvoice.findMany({
      where: {
        OR: [
          { status: "planned", dueOn: { lte: new Date(Date.now() + DAYS_TO_PAY * DAY_MS) } },
          { status: "sending" },
        ],
        contract: { status: "active" },
      },
      orderBy: { dueOn: "asc" },
      take: MOST_AT_ONCE,
      select: { accountId: true, contractId: true, no: true },
    }),
  );
  let sent = 0;
  for (const { accountId, ...part } of due) {
    try {
      await sendContractInvoice(systemContext(accountId, "contract invoices"), part);
      sent += 1;
    } catch (error) {
      // Somebody sent it in this moment.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return sent;
}
