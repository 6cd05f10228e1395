/** What has happened to a budget: "80 % of the budget “Rent” is used". */
export function budgetInWords({ name, percent }: { name: string; percent: number }): string {
  return percent >= 100 ? `The budget “${name}” is used up` : `${percent} % of the budget “${name}” is used`;
}
