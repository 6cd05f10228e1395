import { add, type Nano, ZERO } from "@/lib/values/money";
import { centsOfCredits, type PicoUsd } from "@/lib/values/usd";
import { ACCOUNT_OF_POOL, counterOf, type JournalAccount } from "./accounts";
import type { CreditMonth } from "./months";
import { type Month, type Movement, MOVEMENTS, type Pool, POOLS } from "./pools";

/** One side of an entry. Exactly one of debit and credit is above zero. */
export interface JournalLine {
  month: Month;
  /** The same for both sides, and never used for another entry: importing a file twice can be noticed. */
  reference: string;
  account: JournalAccount;
  debitCents: bigint;
  creditCents: bigint;
  /** The credit behind it, exact; zero for what is about dollars alone. */
  credits: Nano;
  description: string;
}

/** In cents, by how much more was paid than credit is worth; below zero where less was paid. */
export type PriceDifferences = Readonly<Partial<Record<Movement, bigint>>>;

const WORDS: Readonly<Record<Movement, string>> = {
  sold: "Credit sold",
  elsewhere: "Credit sold elsewhere",
  granted: "Promotional credit given",
  used: "Credit used",
  returned: "Charges given back",
  expired: "Credit expired",
  refunded: "Payments refunded",
  disputed: "Payments disputed",
  corrected: "Corrections of credit",
};

const OF_POOL: Readonly<Record<Pool, string>> = {
  paid: "paid credit",
  free: "promotional credit",
  owed: "negative credit",
};

/**
 * The journal of one month of all months, in cents, debit = credit in every entry. Each sum is rounded where it stands since the books began, so that
 * rounding never adds up, and what is left between an account and its closing goes to the account for rounding: the balance of each pool's account is
 * its closing credit in dollars, to the cent. Before the month is final its references say so: they are not those of the file that follows.
 */
export function journalOf(
  months: readonly CreditMonth[],
  month: Month,
  creditValue: PicoUsd,
  differences: PriceDifferences,
  isFinal = true,
): JournalLine[] {
  const upTo = months.filter((each) => each.month <= month);
  const now = upTo.at(-1);
  if (now?.month !== month) return [];
  const cents = (amount: Nano) => centsOfCredits(amount, creditValue);
  const lines: JournalLine[] = [];
  const enter = (
    slug: string,
    description: string,
    account: JournalAccount,
    counter: JournalAccount,
    amount: bigint,
    credits: Nano,
  ) => {
    if (amount === 0n && credits === ZERO) return;
    const reference = `ECU-${month}-${slug}${isFinal ? "" : "-PROVISIONAL"}`;
    const entry = { month, reference, credits, description };
    const size = amount < 0n ? -amount : amount;
    const [debit, credit] = amount < 0n ? [account, counter] : [counter, account];
    lines.push({ ...entry, account: debit, debitCents: size, creditCents: 0n });
    lines.push({ ...entry, account: credit, debitCents: 0n, creditCents: size });
  };
  for (const pool of POOLS) {
    let sum = 0n;
    for (const movement of MOVEMENTS) {
      const all = upTo.reduce((total, each) => add(total, each.pools[pool].moved[movement]), ZERO);
      const credits = now.pools[pool].moved[movement];
      const amount = cents(all) - cents((all - credits) as Nano);
      const words = `${WORDS[movement]}: ${OF_POOL[pool]}`;
      enter(`${movement}-${pool}`, words, ACCOUNT_OF_POOL[pool], counterOf(movement, pool), amount, credits);
      sum += amount;
    }
    const { opening, closing } = now.pools[pool];
    const rest = cents(closing) - cents(opening) - sum;
    enter(`rounding-${pool}`, `Rounding: ${OF_POOL[pool]}`, ACCOUNT_OF_POOL[pool], "rounding", rest, ZERO);
  }
  // The clearing account has what Stripe has: volume prices and contracts are not worth what was paid.
  for (const movement of MOVEMENTS)
    enter(
      `${movement}-price`,
      `${WORDS[movement]} at other than its value`,
      "discounts",
      "cash",
      differences[movement] ?? 0n,
      ZERO,
    );
  return lines;
}
