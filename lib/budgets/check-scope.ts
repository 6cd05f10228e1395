import { sqlOf, type Tx } from "@/lib/db/transaction";
import { isUuid } from "@/lib/values/ids";
import { invalid } from "@/lib/values/refusal";
import type { BudgetScope } from "./rules/limit";

interface Subject {
  /** Finds the word under which usage names it; $1 is the account, $2 what was asked for. */
  find: string;
  /** Without which $2 is no id at all. */
  byId?: true;
  message: string;
}

const SUBJECTS: Readonly<Record<Exclude<BudgetScope, "account">, Subject>> = {
  team: {
    find: "SELECT slug AS word FROM teams WHERE account_id = $1::uuid AND slug = $2 AND archived_at IS NULL",
    message: "is not the slug of a team of this account",
  },
  project: {
    find: "SELECT slug AS word FROM projects WHERE account_id = $1::uuid AND slug = $2 AND archived_at IS NULL",
    message: "is not the slug of a project of this account",
  },
  member: {
    find: `SELECT u.email AS word FROM members m JOIN users u ON u.id = m.user_id
      WHERE m.account_id = $1::uuid AND m.disabled_at IS NULL AND (u.email = lower($2) OR u.id::text = lower($2))`,
    message: "is not the e-mail or id of a member of this account",
  },
  key: {
    find: "SELECT id::text AS word FROM api_keys WHERE account_id = $1::uuid AND id = $2::uuid AND revoked_at IS NULL",
    byId: true,
    message: "is not the id of an API key of this account",
  },
  feature: {
    find: `SELECT e.feature AS word FROM rate_card_entries e JOIN rate_cards c USING (version)
      WHERE e.feature = $2 AND (c.account_id IS NULL OR c.account_id = $1::uuid) LIMIT 1`,
    message: "is not a feature of the rate card",
  },
};

/**
 * The word under which usage names what a budget is for; a member's is their e-mail.
 * @throws Refusal `invalid_request` on scope_value for what this account does not have
 */
export async function wordOf(tx: Tx, accountId: string, scope: BudgetScope, value: string): Promise<string> {
  if (scope === "account") return "";
  const { find, byId, message } = SUBJECTS[scope];
  const rows =
    byId && !isUuid(value) ? [] : await sqlOf(tx).query<{ word: string }>(find, [accountId, value]);
  const [row] = rows;
  if (!row) throw invalid("scope_value", message);
  return row.word;
}
