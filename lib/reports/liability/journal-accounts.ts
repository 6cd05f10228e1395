import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { JOURNAL_ACCOUNT_NAMES, JOURNAL_ACCOUNTS, type JournalAccount } from "./rules/accounts";
import type { SaveJournalAccounts } from "./schema";

/** An account of the general ledger by its code and title. */
export interface NamedAccount {
  name: JournalAccount;
  code: string;
  title: string;
}

/** The accounts that a journal writes to: the operator's own codes, or those that we come with. */
export async function readJournalAccounts(): Promise<NamedAccount[]> {
  const own = new Map((await prisma().journalAccount.findMany()).map((account) => [account.name, account]));
  return JOURNAL_ACCOUNT_NAMES.map((name) => {
    const { code, title } = own.get(name) ?? JOURNAL_ACCOUNTS[name];
    return { name, code, title };
  });
}

/** Takes over the codes and titles of an operator's general ledger. Journals that were handed out before keep theirs. */
export async function saveJournalAccounts(
  operator: Operator,
  { accounts }: SaveJournalAccounts,
): Promise<void> {
  const changedBy = operator.actor.email;
  await acrossAccounts(async (tx) => {
    for (const { name, code, title } of accounts) {
      const data = { code, title, changedBy, changedAt: new Date() };
      await tx.journalAccount.upsert({ where: { name }, create: { name, ...data }, update: data });
    }
    await auditOperator(tx, operator, {
      action: "journal_accounts.saved",
      details: { accounts: accounts.map(({ name, code, title }) => `${name}: ${code} ${title}`) },
    });
  });
}
