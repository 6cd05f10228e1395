import type { Nano } from "@/lib/values/money";
import type { Unit } from "@/lib/values/ids";
import type { Mark } from "./threshold";
import { amountInWords, reachedInWords } from "./words";

/** What a mail about a wallet goes by. */
interface Reached {
  accountId: string;
  accountName: string;
  unit: Unit;
  mark: Mark;
  balance: Nano;
  allocation: Nano;
}

/** What the mail says; its button is a path of the console. */
export interface AlertLetter {
  subject: string;
  heading: string;
  paragraphs: string[];
  button: { label: string; path: string };
  footnote: string;
}

/** The mail about a threshold that was reached: what happened, what comes next, and the one thing to do. Pure, for the preview too. */
export function alertLetter({
  accountId,
  accountName,
  unit,
  mark,
  balance,
  allocation,
}: Reached): AlertLetter {
  const what = reachedInWords(mark, unit);
  const isCredit = unit === "credit";
  const left =
    balance > 0n ? `${amountInWords(balance, unit)} of ${amountInWords(allocation, unit)}` : "nothing";
  return {
    subject: `${what} (${accountName})`,
    heading: what,
    paragraphs: [
      `${accountName} has ${left} left.`,
      isCredit
        ? "At zero, holds and calls that ask for credit first are refused until credit is added. What is running goes on, and everything else works as before."
        : "At zero, tools that ask for a run first are refused until runs are added. Everything that costs credits works as before.",
      isCredit
        ? "Add credit now, or switch auto-recharge on under Settings, so that nothing is interrupted."
        : "Tell us how many runs you need, and we answer by e-mail.",
    ],
    button: isCredit
      ? { label: "Add credit", path: `/billing/buy?account=${accountId}` }
      : { label: "Ask for more runs", path: `/billing/buy?account=${accountId}#volume` },
    footnote: `You get this because an alert of ${accountName} names you or your role. Change it under Settings, Alerts. Account ID ${accountId}.`,
  };
}
