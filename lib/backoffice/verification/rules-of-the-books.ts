import { readAcrossAccounts } from "@/lib/db/transaction";
import { brokenDeployments } from "@/lib/deployments/invariants";
import { brokenOf, INVARIANTS } from "@/lib/ledger/invariants";
import { brokenPayments } from "@/lib/purchases/invariants";
import { brokenBackOffice } from "../invariants";

/** What must hold between tables, besides the chains: each group finds what breaks it, in words. */
export const RULES_OF_THE_BOOKS: readonly (() => Promise<string[]>)[] = [
  () => readAcrossAccounts((sql) => brokenOf(sql, INVARIANTS)),
  brokenPayments,
  brokenDeployments,
  brokenBackOffice,
];
