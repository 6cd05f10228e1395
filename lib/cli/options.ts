import type { z } from "zod";
import { readAccount } from "@/lib/accounts/read-account";
import { type Context, systemContext } from "@/lib/values/context";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { faultsOf } from "@/lib/values/faults";
import { isUuid } from "@/lib/values/ids";
import { faultOfCredits, type Nano, parseCredits } from "@/lib/values/money";
import { isUtcDay } from "@/lib/values/time";
import { CliFault } from "./output";

/** What an option says, as a schema of the application reads it. @throws CliFault for what it does not take */
export function optionOf<T>(flag: string, schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value, FAULT_WORDS);
  if (error)
    throw new CliFault(
      faultsOf(error, value)
        .map(({ message }) => `${flag} ${message}`)
        .join("; "),
    );
  return data;
}

/** An amount of ECU, zero or more. @throws CliFault for anything else */
export function creditsOption(flag: string, text: string): Nano {
  const fault = faultOfCredits(text) ?? (parseCredits(text) < 0n ? "cannot be negative" : null);
  if (fault !== null) throw new CliFault(`${flag} ${text}: ${fault}`);
  return parseCredits(text);
}

/** The UTC days between which something is asked for, where they are named. @throws CliFault for what is no day, and for an end before its beginning */
export function expectDays({ from, to }: { from?: string | undefined; to?: string | undefined }): void {
  for (const [flag, day] of Object.entries({ "--from": from, "--to": to }))
    if (day !== undefined && !isUtcDay(day))
      throw new CliFault(`${flag} ${day} is not a day such as 2026-11-01`);
  if (from !== undefined && to !== undefined && from > to)
    throw new CliFault(`--from ${from} is after --to ${to}`);
}

/** The account that an option names. @throws CliFault where it names none that there is: what is said of nobody's books looks like a good answer */
export async function accountOption(text: string): Promise<Context> {
  if (!isUuid(text)) throw new CliFault(`--account ${text} is not the id of an account`);
  const ctx = systemContext(text, "ecu");
  await readAccount(ctx).catch(() => {
    throw new CliFault(`--account ${text}: there is no such account`);
  });
  return ctx;
}
