import { parseTransactionId } from "@/lib/values/ids";

/** What a text is looked for with: anywhere in names and addresses, and where an id begins. A transaction's id means its account; no text means all. */
export function patternsOf(text: string | undefined): [anywhere: string | null, beginning: string] {
  if (text === undefined || text === "") return [null, "%"];
  const asked = parseTransactionId(text)?.accountId ?? text.toLowerCase();
  const like = asked.replaceAll(/[\\%_]/g, "\\$&");
  return [`%${like}%`, `${like}%`];
}

/** Accounts `a` that those patterns, `$1` and `$2`, find. */
export const WHERE_FOUND = `($1::text IS NULL OR lower(a.name) LIKE $1 OR a.id::text LIKE $2
    OR EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id WHERE m.account_id = a.id AND u.email LIKE $1))`;
