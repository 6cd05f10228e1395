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

/** In cents, by how much more was paid than credit is worth; below zero where less was paid. For what is sold and goes back through Stripe. */
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
 * its closing credit in dollars, to the cent. What was paid otherwise than credit is worth stands between that account and the one for it, so that the clearing
 * account has what Stripe took and paid back, each by itself. Before the month is final its references say so: they are not those of the file that follows.
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
  const inCents = (pool: Pool, movement: Movement) => {
    const all = upTo.reduce((total, each) => add(total, each.pools[pool].moved[movement]), ZERO);
    return cents(all) - cents((all - now.pools[pool].moved[movement]) as Nano);
  };
  for (const pool of POOLS) {
    let sum = 0n;
    for (const movement of MOVEMENTS) {
      const credits = now.pools[pool].moved[movement];
      const amount = inCents(pool, movement);
      const words = `${WORDS[movement]}: ${OF_POOL[pool]}`;
      const difference = poolOfPrice(movement, inCents) === pool ? (differences[movement] ?? 0n) : 0n;
      const [account, counter] = [ACCOUNT_OF_POOL[pool], counterOf(movement, pool)];
      enter(`${movement}-${pool}`, words, account, counter, amount + difference, credits);
      enter(
        `${movement}-price`,
        `${WORDS[movement]} at other than its value`,
        "discounts",
        account,
        difference,
        ZERO,
      );
      sum += amount;
    }
    const { opening, closing } = now.pools[pool];
    const rest = cents(closing) - cents(opening) - sum;
    enter(`rounding-${pool}`, `Rounding: ${OF_POOL[pool]}`, ACCOUNT_OF_POOL[pool], "rounding", rest, ZERO);
  }
  return lines;
}

/** The pool that most of a movement was in: a price belongs to a payment, which may have paid off a debt with a part of it. */
function poolOfPrice(movement: Movement, inCents: (pool: Pool, movement: Movement) => bigint): Pool {
  const size = (pool: Pool) => {
    const amount = inCents(pool, movement);
    return amount < 0n ? -amount : amount;
  };
  return POOLS.reduce((most, pool) => (size(pool) > size(most) ? pool : most));
}
