import { type Nano, ZERO } from "@/lib/values/money";
import { ACCOUNT_OF_POOL, counterOf, type JournalAccount } from "./accounts";
import type { CreditMonth } from "./months";
import { type Month, type Movement, MOVEMENTS, type Pool, POOLS } from "./pools";
import { centsOf, type Worth, worth } from "./worth";

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

/** Movements that money at Stripe stands behind. */
export const PAID_WAYS = ["sold", "refunded", "disputed"] as const;
export type PaidWay = (typeof PAID_WAYS)[number];

/** Cents that were paid (above zero) or paid back (below): for credit, and the tax on it. */
export interface Paid {
  net: bigint;
  tax: bigint;
}

/** What was paid, and paid back, by what it moved. */
export type Cash = Readonly<Record<PaidWay, Paid>> & {
  /** Of what was sold, tax included: invoices that Stripe has as paid without its money, such as by bank transfer. */
  readonly outside: bigint;
};

const WORDS: Readonly<Record<Movement, string>> = {
  sold: "Credit sold",
  elsewhere: "Credit sold elsewhere",
  granted: "Promotional credit given",
  used: "Credit used, less what was given back",
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
 * what its closing credit is worth, to the cent. Paid credit is worth what was paid for it, so that a discount is earned with its credit and not on the day
 * of the sale. Where money moves at another price than the credit that it moves (a debt paid off at a discount, a refund of a payment whose credit is
 * used and so takes other credit), the difference stands between the pool's account and the one for it: the clearing account has what Stripe took and
 * paid back, each by itself, and the tax of both is owed to whom it belongs. An invoice that was paid outside of Stripe goes on from there to an account of its own. Before the month is final its references say so: they are not those of the file that follows.
 */
export function journalOf(
  months: readonly CreditMonth[],
  month: Month,
  cash: Cash,
  isFinal = true,
): JournalLine[] {
  const upTo = months.filter((each) => each.month <= month);
  const now = upTo.at(-1);
  if (now?.month !== month) return [];
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
    const movedIn = (each: CreditMonth) => sumOf(each.worth.pools[pool].moved, movement);
    const all = upTo.reduce((sum, each) => sum + movedIn(each), 0n);
    return between(worth(all - movedIn(now)), worth(all));
  };
  for (const pool of POOLS) {
    let sum = 0n;
    for (const movement of ENTERED) {
      const credits = sumOf(now.pools[pool].moved, movement) as Nano;
      const amount = inCents(pool, movement);
      const words = `${WORDS[movement]}: ${OF_POOL[pool]}`;
      const difference =
        poolOfPrice(movement, inCents) === pool ? priceDifference(movement, cash, inCents) : 0n;
      const [account, counter] = [ACCOUNT_OF_POOL[pool], counterOf(movement, pool)];
      enter(`${movement}-${pool}`, words, account, counter, amount + difference, credits);
      enter(
        `${movement}-price`,
        `${WORDS[movement]} at another price than its credit`,
        "discounts",
        account,
        difference,
        ZERO,
      );
      sum += amount;
    }
    const { opening, closing } = now.worth.pools[pool];
    const rest = between(opening, closing) - sum;
    enter(`rounding-${pool}`, `Rounding: ${OF_POOL[pool]}`, ACCOUNT_OF_POOL[pool], "rounding", rest, ZERO);
  }
  const ahead = between(now.worth.ahead.opening, now.worth.ahead.closing);
  const credits = (now.ahead.closing - now.ahead.opening) as Nano;
  for (const way of PAID_WAYS) enter(`${way}-tax`, `${WORDS[way]}: tax`, "tax", "cash", cash[way].tax, ZERO);
  enter("sold-outside", "Invoices paid outside of Stripe", "cash", "outside", cash.outside, ZERO);
  enter("ahead", "Charged for time to come", "ahead", "revenue", ahead, credits);
  return lines;
}

// A hold that is taken and given back is no use: use is entered less what came back of it.
const ENTERED = MOVEMENTS.filter((movement) => movement !== "returned");

function sumOf(moved: Readonly<Record<Movement, bigint>>, movement: Movement): bigint {
  return movement === "used" ? moved.used + moved.returned : moved[movement];
}

/** By how many cents a month's lines raise an account that stands on the credit side. */
export function raisedBy(lines: readonly JournalLine[], account: JournalAccount): bigint {
  return lines
    .filter((line) => line.account === account)
    .reduce((sum, { debitCents, creditCents }) => sum + creditCents - debitCents, 0n);
}

/** In cents, from one sum to another, each rounded where it stands. */
function between(from: Worth, to: Worth): bigint {
  return centsOf(to) - centsOf(from);
}

/** By how many cents what was paid differs from what the credit that it moved is worth. */
function priceDifference(
  movement: Movement,
  cash: Cash,
  inCents: (pool: Pool, movement: Movement) => bigint,
): bigint {
  const way = PAID_WAYS.find((one) => one === movement);
  return way === undefined
    ? 0n
    : cash[way].net - POOLS.reduce((sum, pool) => sum + inCents(pool, movement), 0n);
}

/** The pool that most of a movement was in: a price belongs to a payment, which may have paid off a debt with a part of it. */
function poolOfPrice(movement: Movement, inCents: (pool: Pool, movement: Movement) => bigint): Pool {
  const size = (pool: Pool) => {
    const amount = inCents(pool, movement);
    return amount < 0n ? -amount : amount;
  };
  return POOLS.reduce((most, pool) => (size(pool) > size(most) ? pool : most));
}
