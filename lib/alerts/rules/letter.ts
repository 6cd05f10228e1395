import { type Nano, nano } from "@/lib/values/money";
import type { Unit } from "@/lib/values/ids";
import type { Mark } from "./threshold";
import { amountInWords, reachedInWords } from "./words";

/** Whether credit is bought by itself; `waits` is on, and cannot charge. */
export type RechargeState = "off" | "on" | "waits";

/** What a mail about a wallet goes by. */
interface Reached {
  accountId: string;
  accountName: string;
  unit: Unit;
  mark: Mark;
  balance: Nano;
  allocation: Nano;
  recharge: RechargeState;
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
  recharge,
}: Reached): AlertLetter {
  // Where the rest went at once, people are told that it is gone, and not of the threshold on the way. It may have expired as well.
  const isOver = balance <= 0n;
  const isCredit = unit === "credit";
  const what = isOver ? `No ${isCredit ? "credits" : "tool runs"} are left` : reachedInWords(mark, unit);
  return {
    subject: `${what} (${accountName})`,
    heading: what,
    paragraphs: [
      isOver
        ? `${allocation > 0n ? `Of ${amountInWords(allocation, unit)}, ` : ""}${accountName} has nothing left${balance < 0n ? `, and owes ${amountInWords(nano(-balance), unit)}` : ""}.`
        : `${accountName} has ${amountInWords(balance, unit)} of ${amountInWords(allocation, unit)} left.`,
      (isOver ? AT_ZERO : BEFORE_ZERO)[unit],
      isCredit ? NEXT[recharge] : "Tell us how many runs you need, and we answer by e-mail.",
    ],
    button: isCredit
      ? { label: "Add credit", path: `/billing/buy?account=${accountId}` }
      : { label: "Ask for more runs", path: `/billing/buy?account=${accountId}#volume` },
    footnote: `You get this because an alert of ${accountName} names you or your role. Change it under Settings, Alerts. Account ID ${accountId}.`,
  };
}

const BEFORE_ZERO: Readonly<Record<Unit, string>> = {
  credit:
    "At zero, holds and calls that ask for credit first are refused until credit is added. What is running goes on, and everything else works as before.",
  tool_run:
    "At zero, tools that ask for a run first are refused until runs are added. Everything that costs credits works as before.",
};

const AT_ZERO: Readonly<Record<Unit, string>> = {
  credit:
    "Holds and calls that ask for credit first are refused until credit is added. What is running goes on, and everything else works as before.",
  tool_run:
    "Tools that ask for a run first are refused until runs are added. Everything that costs credits works as before.",
};

const NEXT: Readonly<Record<RechargeState, string>> = {
  off: "Add credit now, or switch auto-recharge on under Settings, so that nothing is interrupted.",
  on: "Auto-recharge is on and adds credit by itself. You can add some now as well.",
  waits:
    "Auto-recharge is on, but cannot charge now: look under Settings, Auto-recharge. Add credit now, so that nothing is interrupted.",
};
