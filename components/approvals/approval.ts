import type { ApprovalAnswer, MandateAnswer } from "@/lib/approvals/schema";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

/** What somebody is asked to agree to: what one job costs at most, or a mandate for an agent. */
export type Approval = ApprovalAnswer | MandateAnswer;

/** One line of a worst case: what runs, how often, and how one of them comes to its price. */
export type BreakdownLine = Pick<
  ApprovalAnswer["breakdown"][number],
  "description" | "count" | "each" | "amount" | "steps"
>;

/** The most that can be spent by agreeing, and in which wallet. */
export function mostOf(approval: Approval): { amount: string; unit: Unit } {
  return approval.kind === "job" ? approval : { amount: approval.limit, unit: "credit" };
}

/** "Mira Kovač" of "Mira Kovač <mira@acme.example>". */
export function nameInWords(person: string): string {
  return person.replace(/ <[^>]*>$/, "");
}

/** "12.5 ECU", "3 tool runs". */
export function amountInWords(amount: string, unit: Unit): string {
  return `${displayAmount(amount, { decimals: unit === "credit" ? 4 : 0 })} ${unitName(unit, amount)}`;
}

const SPANS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "1 hour", "2 days 6 hours": the two largest units that say something. */
export function spanInWords(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const parts = SPANS.flatMap(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count} ${name}${count === 1 ? "" : "s"}`] : [];
  });
  return parts.slice(0, 2).join(" ") || "0 seconds";
}
