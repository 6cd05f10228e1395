import { audit } from "@/lib/accounts/audit";
import { operatorAddresses } from "@/lib/accounts/billing-people";
import { countTry, LIMITS } from "@/lib/accounts/limits";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { acrossAccounts, inAccount, type Tx } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/letter";
import { queueEmail } from "@/lib/mail/queue-email";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { notFound } from "@/lib/values/refusal";
import { leadLetter } from "./letters";
import { type LEAD_STATUSES, type NewLead } from "./schema";

export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** Somebody who wants to talk about volume, as operators see them. */
export interface LeadView {
  id: string;
  accountId: string;
  accountName: string;
  name: string;
  email: string;
  company: string;
  volume: string;
  message: string;
  status: LeadStatus;
  createdAt: string;
}

const MOST = 200;

/** "Talk to sales": kept for the operators, who get a mail. @throws Refusal `rate_limited` */
export async function createLead(ctx: Context, lead: NewLead): Promise<{ id: string }> {
  requirePermission(ctx, "account:read");
  const { accountId, actor } = ctx;
  await countTry(LIMITS.leads, accountId);
  const id = newId();
  const { name: accountName } = await inAccount(accountId, (tx) =>
    tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } }),
  );
  const mail = await writeLetter({ template: "lead", ...leadLetter({ accountId, accountName, ...lead }) });
  const recipients = await operatorAddresses();
  await inAccount(accountId, async (tx) => {
    const createdBy = actor.kind === "member" ? actor.userId : null;
    await tx.lead.create({ data: { accountId, id, ...lead, createdBy } });
    await audit(tx, ctx, { action: "lead.created", subjectType: "lead", subjectId: id });
    for (const recipient of recipients)
      await queueEmail(tx, { accountId, dedupeKey: `lead:${id}:${recipient}`, recipient, mail });
  });
  return { id };
}

/** The newest leads of all accounts, for operators; at most 200. */
export async function listLeads(_operator: Operator): Promise<LeadView[]> {
  return acrossAccounts(async (tx) => {
    const leads = await tx.lead.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST });
    return viewsOf(tx, leads);
  });
}

/** One lead, such as the one that a contract is begun from; null when there is none. */
export async function readLead(_operator: Operator, id: string): Promise<LeadView | null> {
  const [lead] = await acrossAccounts(async (tx) => viewsOf(tx, await tx.lead.findMany({ where: { id } })));
  return lead ?? null;
}

async function viewsOf(tx: Tx, leads: Awaited<ReturnType<Tx["lead"]["findMany"]>>): Promise<LeadView[]> {
  const accounts = await tx.account.findMany({
    where: { id: { in: leads.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return leads.map(({ id, accountId, name, email, company, volume, message, status, createdAt }) => ({
    id,
    accountId,
    accountName: names.get(accountId) ?? accountId,
    name,
    email,
    company,
    volume,
    message,
    status: status as LeadStatus,
    createdAt: createdAt.toISOString(),
  }));
}

/** Notes how far an operator is with a lead. @throws Refusal `not_found` */
export async function setLeadStatus(
  operator: Operator,
  { accountId, id, status }: { accountId: string; id: string; status: LeadStatus },
): Promise<void> {
  await inAccount(accountId, async (tx) => {
    const { count } = await tx.lead.updateMany({
      where: { accountId, id },
      data: { status, updatedAt: new Date() },
    });
    if (count === 0) throw notFound("lead");
    await audit(tx, contextOfOperator(operator, accountId), {
      action: "lead.changed",
      subjectType: "lead",
      subjectId: id,
      details: { status },
    });
  });
}
