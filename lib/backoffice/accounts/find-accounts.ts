import type { Operator } from "@/lib/accounts/operator";
import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { isUuid } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { patternsOf, WHERE_FOUND } from "./matching";

/** An account to choose, with what tells whether it is the right one. `balance` is credit as a decimal string. */
export interface AccountChoice {
  id: string;
  name: string;
  status: "active" | "closed";
  balance: string;
}

/** So many are offered: who does not see theirs types more. */
const MOST = 8;

/** The accounts that a text may mean, as `listAccounts` finds them: names that begin with it first, then the newest. */
export function findAccounts(_operator: Operator, text: string): Promise<AccountChoice[]> {
  return readAcrossAccounts((sql) =>
    read(
      sql,
      `${WHERE_FOUND} ORDER BY lower(a.name) LIKE $2 DESC, a.id DESC LIMIT ${MOST}`,
      patternsOf(text),
    ),
  );
}

/** The one account that a link or a form means: by its id, or by any text that finds no other. */
export async function accountMeant(
  operator: Operator,
  text: string | undefined,
): Promise<AccountChoice | null> {
  if (text === undefined) return null;
  const [only, ...others] = isUuid(text)
    ? await readAcrossAccounts((sql) => read(sql, "a.id = $1::uuid", [text]))
    : await findAccounts(operator, text);
  return others.length === 0 ? (only ?? null) : null;
}

async function read(sql: Sql, where: string, values: readonly unknown[]): Promise<AccountChoice[]> {
  const rows = await sql.query<Omit<AccountChoice, "balance"> & { balance: bigint }>(
    `SELECT a.id::text, a.name, a.status::text, w.balance FROM accounts a
     JOIN wallets w ON w.account_id = a.id AND w.unit = 'credit' WHERE ${where}`,
    values,
  );
  return rows.map(({ balance, ...account }) => ({
    ...account,
    balance: formatAmount(nano(balance), "credit"),
  }));
}
