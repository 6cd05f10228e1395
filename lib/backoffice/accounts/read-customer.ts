import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { inAccount } from "@/lib/db/transaction";
import { type CreditPolicy, readCreditPolicy } from "@/lib/deployments/credit-policy";
import { type GrantView, listGrants } from "@/lib/ledger/list-grants";
import { readStarterPack, type StarterGrant } from "@/lib/ledger/read-starter-pack";
import { listDrafts } from "@/lib/metering/drafts/drafts";
import { versionsInForce } from "@/lib/metering/drafts/versions";
import { readWallet, type WalletSummary } from "@/lib/metering/read-wallet";
import type { Context } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { notFound } from "@/lib/values/refusal";

/** An account as operators see it first: who it is, and what is left. */
export interface Customer {
  id: string;
  name: string;
  status: "active" | "closed";
  createdAt: string;
  wallet: WalletSummary;
}

/** What is left of each of its grants. */
export type CustomerGrants = Readonly<Record<"credit" | "tool_run", GrantView[]>>;

/** What was agreed with it: how far it may go, its plan, its prices. */
export interface CustomerTerms {
  policy: CreditPolicy;
  plan: { name: string; note: string; setAt: string; setBy: string } | null;
  starter: StarterGrant[];
  prices: CustomerPrices;
}

/** Its own prices: the version in force, and what is being written. */
export interface CustomerPrices {
  version: number | null;
  /** Everyone's version, for what its own does not name. */
  general: number | null;
  drafts: { id: string; name: string }[];
}

/** What an operator looks at an account with. @throws Refusal `not_found` where there is no such account */
export async function contextOfCustomer(operator: Operator, id: string): Promise<Context> {
  await existing(id);
  return contextOfOperator(operator, id);
}

/** An account as operators see it. @throws Refusal `not_found` */
export async function readCustomer(operator: Operator, id: string): Promise<Customer> {
  const { name, status, createdAt } = await existing(id);
  const wallet = await readWallet(contextOfOperator(operator, id));
  return { id, name, status, createdAt: createdAt.toISOString(), wallet };
}

/** The grants of both wallets, in the order in which they burn down. */
export async function readCustomerGrants(ctx: Context): Promise<CustomerGrants> {
  const [credit, toolRuns] = await Promise.all([listGrants(ctx, "credit"), listGrants(ctx, "tool_run")]);
  return { credit, tool_run: toolRuns };
}

/** What was agreed with an account. @throws Refusal `not_found` */
export async function readTerms(operator: Operator, id: string): Promise<CustomerTerms> {
  const ctx = await contextOfCustomer(operator, id);
  const [plan, policy, starter, prices] = await Promise.all([
    inAccount(id, (tx) => tx.accountPlan.findUnique({ where: { accountId: id } })),
    readCreditPolicy(ctx),
    readStarterPack(ctx),
    readPrices(operator, id),
  ]);
  return {
    ...{ policy, starter, prices },
    plan: plan && { name: plan.name, note: plan.note, setAt: plan.setAt.toISOString(), setBy: plan.setBy },
  };
}

async function existing(id: string) {
  const account = isUuid(id) ? await inAccount(id, (tx) => tx.account.findUnique({ where: { id } })) : null;
  if (!account) throw notFound("account");
  return account;
}

async function readPrices(operator: Operator, accountId: string): Promise<CustomerPrices> {
  const [{ own, general }, drafts] = await Promise.all([
    versionsInForce(accountId),
    listDrafts(operator, accountId),
  ]);
  return { version: own, general, drafts: drafts.map(({ id, name }) => ({ id, name })) };
}
