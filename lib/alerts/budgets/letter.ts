import type { BudgetState } from "@/lib/budgets/rules/limit";
import type { LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { displayTime } from "@/lib/values/display/time";
import { budgetInWords, spentInWords } from "./words";

/** The mail about a budget that is nearly used up, or used up. */
export function budgetLetter({
  accountId,
  accountName,
  budget,
  percent,
}: {
  accountId: string;
  accountName: string;
  budget: BudgetState;
  percent: number;
}): Omit<LetterContent, "template"> {
  const { name, mode, spent, limit, resetsAt } = budget;
  const what = budgetInWords({ name, percent });
  const next =
    percent < 100
      ? mode === "hard"
        ? "When it is used up, new work that it covers is refused."
        : "It only warns: nothing is refused when it is used up."
      : mode === "hard"
        ? "New work that it covers is refused, and everything else goes on."
        : "It only warns: nothing is refused.";
  return {
    subject: `${what} (${accountName})`,
    heading: what,
    paragraphs: [
      `${spentInWords({ spent, limit })} ${resetsAt ? `It begins again at ${displayTime(resetsAt)}.` : "It does not begin again by itself."}`,
      next,
      "Raise its limit, or look at what uses it, on the page of budgets.",
    ],
    button: { label: "Open the budgets", href: linkTo(`/settings/budgets?account=${accountId}`) },
    footnote: `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`,
  };
}
