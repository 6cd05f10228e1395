import { z } from "zod";
import { JOURNAL_ACCOUNT_NAMES } from "./rules/accounts";

const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1, "is needed")
    .max(limit)
    .refine((text) => !/[\r\n]/.test(text), "is one line");

/** The operator's codes of a journal's accounts. */
export const SaveJournalAccounts = z.strictObject({
  accounts: z
    .array(z.strictObject({ name: z.enum(JOURNAL_ACCOUNT_NAMES), code: line(40), title: line(200) }))
    .min(1)
    .max(JOURNAL_ACCOUNT_NAMES.length)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "names an account twice"),
});
export type SaveJournalAccounts = z.output<typeof SaveJournalAccounts>;

/** A month of UTC days. */
export const MonthName = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, "is a month such as 2026-11")
  .describe("A month of UTC days, such as 2026-11.");

/** The query of a journal's download. */
export const JournalQuery = z.strictObject({ month: MonthName });
