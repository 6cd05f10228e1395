import { findAccounts } from "@/lib/backoffice/accounts/find-accounts";
import { FindAccounts } from "@/lib/backoffice/accounts/schema";
import { endpoint } from "@/lib/web/endpoint";

/** The accounts that an operator may mean while typing. */
export const GET = endpoint.operator({
  query: FindAccounts,
  run: async (operator, { query: { text } }) => ({ body: { accounts: await findAccounts(operator, text) } }),
});
