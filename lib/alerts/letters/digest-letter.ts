import type { LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { displayTime } from "@/lib/values/display/time";
import { plural } from "@/lib/values/display/count";
import { MOST_AT_ONCE } from "../rules/pace";

/** What waited for the mail of the week. */
export interface WaitingLine {
  key: string;
  line: string;
  createdAt: Date;
}

/** The mail of the week: what happened and was not told at once. */
export function digestLetter({
  accountId,
  accountName,
  lines,
}: {
  accountId: string;
  accountName: string;
  lines: readonly WaitingLine[];
}): LetterContent {
  const many = plural(lines.length, "alert");
  return {
    template: "alert-digest",
    subject: `${many} of last week (${accountName})`,
    heading: `${many} of last week`,
    paragraphs: [
      ...lines.map(({ line, createdAt }) => `${displayTime(createdAt)}: ${line}`),
      "The balance may have changed since.",
    ],
    button: { label: "Open billing", href: linkTo(`/billing?account=${accountId}`) },
    footnote: `Of the alerts of ${accountName} at most ${MOST_AT_ONCE} a week come at once, if you have not chosen otherwise; the others come together on Monday. Change it under Settings, Alerts. Account ID ${accountId}.`,
  };
}
