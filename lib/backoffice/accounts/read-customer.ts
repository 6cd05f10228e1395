import { listMembers, type MemberRow } from "@/lib/accounts/members";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { inAccount } from "@/lib/db/transaction";
import { type CreditPolicy, readCreditPolicy } from "@/lib/deployments/credit-policy";
import { type GrantView, listGrants } from "@/lib/ledger/list-grants";
import { readStarterPack, type StarterGrant } from "@/lib/ledger/read-starter-pack";
import { listDrafts } from "@/lib/metering/drafts/drafts";
import { listVersions } from "@/lib/metering/drafts/versions";
import { readWallet, type WalletSummary } from "@/lib/metering/read-wallet";
import { notFound } from "@/lib/values/refusal";

/** Everything about an account that an operator is asked about. */
export interface Customer {
  id: string;
  name: string;
  status: "active" | "closed";
  createdAt: string;
  wallet: WalletSummary;
  policy: CreditPolicy;
  plan: { name: string; note: string; setAt: string; setBy: string } | null;
  starter: StarterGrant[];
  members: MemberRow[];
  grants: { credit: GrantView[]; tool_run: GrantView[] };
  prices: CustomerPrices;
}

/** Its own prices: the version in force, and what is being written. */
export interface CustomerPrices {
  version: number | null;
  /** Everyone's version, for what its own does not name. */
  general: number | null;
  drafts: { id: string; name: string }[];
}

/** An account as operators see it. @throws Refusal `not_found` */
export async function readCustomer(operator: Operator, id: string): Promise<Customer> {
  const ctx = contextOfOperator(operator, id);
  const [account, plan] = await inAccount(id, (tx) =>
    Promise.all([
      tx.account.findUnique({ where: { id } }),
      tx.accountPlan.findUnique({ where: { accountId: id } }),
    ]),
  );
  if (!account) throw notFound("account");
  const [wallet, policy, starter, members, credit, toolRuns, prices] = await Promise.all([
    readWallet(ctx),
    readCreditPolicy(ctx),
    readStarterPack(ctx),
    listMembers(ctx),
    listGrants(ctx, "credit"),
    listGrants(ctx, "tool_run"),
    readPrices(operator, id),
  ]);
  return {
    ...{ id, wallet, policy, starter, members, prices },
    name: account.name,
    status: account.status,
    createdAt: account.createdAt.toISOString(),
    plan: plan && { name: plan.name, note: plan.note, setAt: plan.setAt.toISOString(), setBy: plan.setBy },
    grants: { credit, tool_run: toolRuns },
  };
}

async function readPrices(operator: Operator, accountId: string): Promise<CustomerPrices> {
  const [versions, drafts] = await Promise.all([listVersions(operator), listDrafts(operator)]);
  const inForce = (owner: string | null) =>
    versions.find((card) => card.accountId === owner && card.state === "in_force")?.version ?? null;
  return {
    version: inForce(accountId),
    general: inForce(null),
    drafts: drafts.filter((draft) => draft.accountId === accountId).map(({ id, name }) => ({ id, name })),
  };
}
