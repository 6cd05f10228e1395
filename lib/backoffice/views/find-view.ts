import type { Person } from "@/lib/accounts/find-session";
import { readAcrossAccounts } from "@/lib/db/transaction";

interface Row {
  id: string;
  account_id: string;
  account_name: string;
  expires_at: Date;
}

/** An operator with the account that they view in this session, and then with no other; as they were where they view none. */
export async function withView(person: Person): Promise<Person> {
  const [view] = await readAcrossAccounts((sql) =>
    sql.query<Row>(
      `SELECT v.id::text, v.account_id::text, a.name AS account_name, v.expires_at FROM operator_views v JOIN accounts a ON a.id = v.account_id
       WHERE v.session_id = $1::uuid AND v.operator_id = $2::uuid AND v.ended_at IS NULL AND v.expires_at > now()`,
      [person.sessionId, person.userId],
    ),
  );
  if (!view) return person;
  const { id, account_id: accountId, account_name: accountName, expires_at: expiresAt } = view;
  return {
    ...person,
    memberships: [],
    viewing: { id, accountId, accountName, expiresAt: expiresAt.toISOString() },
  };
}
