"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { saveJournalAccounts } from "./journal-accounts";
import { SaveJournalAccounts } from "./schema";

/** Codes of the general ledger that journals write to. */
export const saveAccountsOfJournal = action.operator(SaveJournalAccounts, async (operator, input) => {
  await saveJournalAccounts(operator, input);
  revalidatePath("/admin/liability");
});
