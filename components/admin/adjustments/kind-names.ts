import type { AdjustmentView } from "@/lib/backoffice/adjustments/list";

/**
 * What an operator proposes, as it is called everywhere. A grant is any lot of credit, also one that was bought: what is given away is promotional credit, which
 * stands in the ledger as a bonus.
 */
export const KIND_NAMES: Readonly<
  Record<AdjustmentView["kind"], { one: string; make: string; verb: string }>
> = {
  correction: { one: "Correction", make: "New correction", verb: "Correct the balance" },
  grant: { one: "Promotional credit", make: "New promotional credit", verb: "Give promotional credit" },
};
