import { readInAccount } from "@/lib/db/transaction";
import type { Role } from "@/lib/values/context";
import type { RechargeState } from "./rules/letter";

/** Who is written to: members by their role, and addresses beside them. */
interface Receivers {
  roles: readonly Role[];
  emails: readonly string[];
}

/** An account's name and its members who can be written to, to find out who gets what. */
interface Readers {
  accountName: string;
  recharge: RechargeState;
  members: { role: Role; email: string }[];
}

/** Everybody in the account whom a threshold could name. */
export async function readReaders(accountId: string): Promise<Readers> {
  return readInAccount(accountId, async (sql) => {
    const [account] = await sql.query<{ name: string; is_on: boolean | null; trouble: string | null }>(
      `SELECT a.name, s.is_on, s.trouble FROM accounts a LEFT JOIN recharge_settings s ON s.account_id = a.id
       WHERE a.id = $1::uuid`,
      [accountId],
    );
    const members = await sql.query<{ role: Role; email: string }>(
      `SELECT m.role::text AS role, u.email FROM members m JOIN users u ON u.id = m.user_id
       WHERE m.account_id = $1::uuid AND m.disabled_at IS NULL AND u.disabled_at IS NULL ORDER BY m.created_at, u.id`,
      [accountId],
    );
    const recharge = account?.is_on ? (account.trouble ? "waits" : "on") : "off";
    return { accountName: account?.name ?? "", recharge, members };
  });
}

/** The addresses that receivers come to, each once. */
export function addressesOf({ roles, emails }: Receivers, { members }: Readers): string[] {
  const byRole = members.filter(({ role }) => roles.includes(role)).map(({ email }) => email);
  return [...new Set([...byRole, ...emails].map((email) => email.toLowerCase()))];
}
