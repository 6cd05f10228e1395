import type Stripe from "stripe";
import { audit } from "@/lib/accounts/audit";
import type { Contract, ContractInvoice } from "@/lib/db/generated/client";
import { inAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { nano } from "@/lib/values/money";
import { notFound, Refusal } from "@/lib/values/refusal";
import { DAY_MS } from "@/lib/values/time";
import { withCustomer } from "../ensure-customer";
import { writtenCredits } from "../rules/written";
import { stripe } from "../stripe";

/** How long before it is due an invoice is sent, and how long a late one may be paid. */
export const DAYS_TO_PAY = 30;

interface Part {
  accountId: string;
  contractId: string;
  no: number;
}

type Planned = ContractInvoice & { contract: Contract };

/**
 * Sends an invoice of a contract through Stripe and says where it is paid. It may be called again after any fault: each
 * step carries a key, and an invoice that Stripe already has is found again.
 * @throws Refusal `not_found`, `conflict` for one that is paid, void or sent already
 */
export async function sendContractInvoice(ctx: Context, part: Omit<Part, "accountId">): Promise<string> {
  if (ctx.actor.kind !== "operator" && ctx.actor.kind !== "system") throw notFound("invoice");
  const planned = await claim(ctx, { ...part, accountId: ctx.accountId });
  const invoice = await withCustomer(ctx.accountId, (customer) => issue(planned, customer));
  const url = invoice.hosted_invoice_url;
  if (!invoice.id || !url) throw new Error(`Stripe gave the invoice ${invoice.id ?? "?"} no page`);
  const { accountId, contractId, no } = planned;
  await inAccount(accountId, async (tx) => {
    const { count } = await tx.contractInvoice.updateMany({
      where: { accountId, contractId, no, status: "sending" },
      data: { status: "sent", stripeInvoiceId: invoice.id, hostedUrl: url, sentAt: new Date() },
    });
    if (count === 1)
      await audit(tx, ctx, {
        action: "contract.invoice_sent",
        subjectType: "contract",
        subjectId: contractId,
        details: { no, invoice: invoice.id ?? "" },
      });
  });
  return url;
}

async function claim(ctx: Context, part: Part): Promise<Planned> {
  const { accountId, contractId, no } = part;
  return inAccount(accountId, async (tx) => {
    await tx.contractInvoice.updateMany({
      where: { accountId, contractId, no, status: "planned" },
      data: { status: "sending" },
    });
    const found = await tx.contractInvoice.findUnique({
      where: { accountId_contractId_no: { accountId, contractId, no } },
      include: { contract: true },
    });
    if (!found) throw notFound("invoice");
    if (found.status !== "sending")
      throw new Refusal("conflict", `This invoice is ${found.status} already. Reload the page.`);
    return found;
  });
}

async function issue(planned: Planned, customer: string): Promise<Stripe.Invoice> {
  const { accountId, contractId, no, amountCents, contract } = planned;
  const key = `contract:${contractId}:${no}:${customer}`;
  const draft = (await findIssued(planned, customer)) ?? (await draftOf(planned, customer, key));
  const id = draft.id ?? "";
  if (draft.status !== "draft") return draft;
  if (draft.lines.data.length === 0)
    await stripe().invoiceItems.create(
      {
        customer,
        invoice: id,
        amount: Number(amountCents),
        currency: contract.currency,
        description: descriptionOf(planned),
        metadata: { account_id: accountId, contract_id: contractId, no: String(no) },
      },
      { idempotencyKey: `${key}:item` },
    );
  await stripe().invoices.finalizeInvoice(id, {}, { idempotencyKey: `${key}:finalize` });
  return stripe().invoices.sendInvoice(id, {}, { idempotencyKey: `${key}:send` });
}

/** What an earlier try made, whose answer was lost: keys of Stripe are forgotten after a day, what they did is not. */
async function findIssued(
  { contractId, no }: Planned,
  customer: string,
): Promise<Stripe.Invoice | undefined> {
  for await (const invoice of stripe().invoices.list({ customer, limit: 100 })) {
    const isIt = invoice.metadata?.contract_id === contractId && invoice.metadata.no === String(no);
    if (isIt && invoice.status !== "void") return invoice;
  }
  return undefined;
}

function draftOf(planned: Planned, customer: string, key: string): Promise<Stripe.Invoice> {
  const { accountId, contractId, no, contract } = planned;
  const metadata = { account_id: accountId, contract_id: contractId, no: String(no) };
  return stripe().invoices.create(
    {
      customer,
      collection_method: "send_invoice",
      due_date: dueSeconds(planned.dueOn),
      auto_advance: false,
      pending_invoice_items_behavior: "exclude",
      currency: contract.currency,
      description: contract.name,
      metadata,
    },
    { idempotencyKey: key },
  );
}

/** The end of the day when it is due; for one that is late already, a month from now. Stripe takes no time that has passed. */
function dueSeconds(dueOn: Date): number {
  const due = dueOn.getTime() + DAY_MS - 1_000;
  const soonest = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAYS_TO_PAY * DAY_MS;
  return Math.floor((due > Date.now() + DAY_MS ? due : soonest) / 1_000);
}

function descriptionOf({ credits, bonusCredits, contract, no }: Planned): string {
  const bonus = bonusCredits > 0n ? ` and ${writtenCredits(nano(bonusCredits))} ECU bonus` : "";
  return `${contract.name}, part ${no}: ${writtenCredits(nano(credits))} ECU${bonus}`;
}
