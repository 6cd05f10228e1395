import { prisma } from "@/lib/db/client";
import { readInAccount } from "@/lib/db/transaction";

/** Someone who answers for an account's money. */
export interface BillingPerson {
  userId: string;
  name: string;
  email: string;
}

/** The owners, admins and billing members of an account, who get its mails about money. */
export function billingPeople(accountId: string): Promise<BillingPerson[]> {
  return readInAccount(accountId, (sql) =>
    sql.query<BillingPerson>(
      `SELECT u.id AS "userId", u.name, u.email FROM members m JOIN users u ON u.id = m.user_id
       WHERE m.account_id = $1 AND m.role IN ('owner', 'admin', 'billing') AND m.disabled_at IS NULL AND u.disabled_at IS NULL
       ORDER BY m.created_at, u.id`,
      [accountId],
    ),
  );
}

/** The people who run this installation. */
export async function operatorAddresses(): Promise<string[]> {
  const people = await prisma().user.findMany({
    where: { isOperator: true, disabledAt: null },
    select: { email: true },
  });
  return people.map(({ email }) => email);
}
