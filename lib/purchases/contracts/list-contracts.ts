import { acrossAccounts } from "@/lib/db/transaction";
import type { Operator } from "@/lib/accounts/operator";
import { formatCredits, nano } from "@/lib/values/money";
import { type UtcDay, utcDay } from "@/lib/values/time";
import { usdOfCents } from "../rules/cents";

export type ContractInvoiceStatus = "planned" | "sending" | "sent" | "paid" | "void";

/** One part of a contract's price. Amounts are decimal strings. */
export interface ContractInvoiceView {
  no: number;
  dueOn: UtcDay;
  amountUsd: string;
  credits: string;
  bonusCredits: string;
  /** The last day of the credit; null for credit that stays. */
  creditExpiresOn: UtcDay | null;
  status: ContractInvoiceStatus;
  /** Stripe's page of the invoice, once it was sent. */
  hostedUrl: string | null;
  sentAt: string | null;
  paidAt: string | null;
}

export interface ContractView {
  id: string;
  accountId: string;
  accountName: string;
  name: string;
  createdBy: string;
  createdAt: string;
  invoices: ContractInvoiceView[];
}

const MOST = 200;

/** The newest contracts of all accounts, for operators; at most 200. */
export async function listContracts(_operator: Operator): Promise<ContractView[]> {
  const { contracts, names } = await acrossAccounts(async (tx) => {
    const found = await tx.contract.findMany({
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      include: { contractInvoices: { orderBy: { no: "asc" } } },
    });
    const accounts = await tx.account.findMany({
      where: { id: { in: found.map(({ accountId }) => accountId) } },
      select: { id: true, name: true },
    });
    return { contracts: found, names: new Map(accounts.map(({ id, name }) => [id, name])) };
  });
  return contracts.map(({ id, accountId, name, createdBy, createdAt, contractInvoices }) => ({
    id,
    accountId,
    accountName: names.get(accountId) ?? accountId,
    name,
    createdBy,
    createdAt: createdAt.toISOString(),
    invoices: contractInvoices.map((invoice) => ({
      no: invoice.no,
      dueOn: utcDay(invoice.dueOn),
      amountUsd: usdOfCents(invoice.amountCents),
      credits: formatCredits(nano(invoice.credits)),
      bonusCredits: formatCredits(nano(invoice.bonusCredits)),
      creditExpiresOn: lastDayOf(invoice.creditExpiresAt),
      status: invoice.status as ContractInvoiceStatus,
      hostedUrl: invoice.hostedUrl,
      sentAt: invoice.sentAt?.toISOString() ?? null,
      paidAt: invoice.paidAt?.toISOString() ?? null,
    })),
  }));
}

function lastDayOf(expiresAt: Date | null): UtcDay | null {
  return expiresAt === null ? null : utcDay(new Date(expiresAt.getTime() - 1));
}
