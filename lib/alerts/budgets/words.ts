import { type Nano, sub } from "@/lib/values/money";
import { amountInWords } from "../rules/words";

/** What has happened to a budget: "80 % of the budget “Rent” is used". */
export function budgetInWords({ name, percent }: { name: string; percent: number }): string {
  return percent >= 100 ? `The budget “${name}” is used up` : `${percent} % of the budget “${name}” is used`;
}

/** "25 ECU of 30 ECU are spent.", and beyond it "32.5 ECU are spent, 12.5 ECU over the limit of 20 ECU." */
export function spentInWords({ spent, limit }: { spent: Nano; limit: Nano }): string {
  const [shown, most] = [amountInWords(spent, "credit"), amountInWords(limit, "credit")];
  return spent > limit
    ? `${shown} are spent, ${amountInWords(sub(spent, limit), "credit")} over the limit of ${most}.`
    : `${shown} of ${most} are spent.`;
}

/** What stands beside the worst of several budgets: "2 other budgets are used up or nearly so." */
export function othersInWords(others: number): string {
  return others === 1
    ? "1 other budget is used up or nearly so."
    : `${others} other budgets are used up or nearly so.`;
}
