import type { LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { displayAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { displayRange, displayTime } from "@/lib/values/display/time";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

type Content = Omit<LetterContent, "template">;

interface Told {
  accountId: string;
  accountName: string;
  reason: string;
}

/** A correction, or promotional credit. Amounts are decimal strings. */
export function adjustmentLetter({
  kind,
  unit,
  amount,
  balanceAfter,
  transactionId,
  expiresAt,
  ...told
}: Told & {
  kind: "correction" | "grant";
  unit: Unit;
  amount: string;
  balanceAfter: string;
  transactionId: string;
  /** Of promotional credit: when what is left of it expires. */
  expiresAt: Date | null;
}): Content {
  const { accountId, accountName, reason } = told;
  const size = `${displayAmount(amount.replace("-", ""))} ${unitName(unit)}`;
  const isUp = !amount.startsWith("-");
  const heading =
    kind === "grant"
      ? `${size} of promotional credit`
      : `Your balance was corrected: ${isUp ? "+" : "−"}${size}`;
  return {
    subject: heading,
    heading,
    paragraphs: [
      kind === "grant"
        ? `${accountName} was given ${size}: ${reason}`
        : `We have ${isUp ? "added" : "taken"} ${size} ${isUp ? "to" : "from"} the balance of ${accountName}: ${reason}`,
      ...(expiresAt
        ? [
            `What is not used until ${displayTime(expiresAt)} expires. It is used before credit that does not.`,
          ]
        : []),
      `The balance after it is ${displayAmount(balanceAfter)} ${unitName(unit)}. Nothing that stood in your transactions was changed: this is a new one.`,
      `Transaction ${transactionId}.`,
    ],
    button: { label: "See the transaction", href: rowLink(accountId, transactionId) },
    footnote: footnote(told),
  };
}

/** Past calls that were priced anew. */
export function reRateLetter({
  from,
  to,
  rows,
  ...told
}: Told & {
  from: string;
  to: string;
  rows: readonly { unit: Unit; amount: string; calls: string; transactionId: string }[];
}): Content {
  const { accountId, accountName, reason } = told;
  const sums = rows.map(({ unit, amount, calls, transactionId }) => {
    const size = `${displayAmount(amount.replace("-", ""))} ${unitName(unit)}`;
    const what = amount.startsWith("-") ? `${size} were charged in addition` : `${size} were given back`;
    return `In all, ${what}, for ${plural(calls, "call")}. Transaction ${transactionId} says for which kinds, and in which months.`;
  });
  const period = `of ${displayRange(from, to)}`;
  return {
    subject: `Calls ${period} were priced anew`,
    heading: `Calls ${period} were priced anew`,
    paragraphs: [
      `We have looked again at what ${accountName} was charged for calls ${period} (UTC): ${reason}`,
      ...sums,
      "Nothing that stood in your transactions was changed: the difference is a new one.",
    ],
    button: { label: "See the transaction", href: rowLink(accountId, rows[0]?.transactionId ?? "") },
    footnote: footnote(told),
  };
}

function rowLink(accountId: string, transactionId: string): string {
  return linkTo(`/billing?account=${accountId}&explain=${transactionId}`);
}

function footnote({ accountId, accountName }: Told): string {
  return `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`;
}
