import { add, type Nano, ZERO } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";
import type { OpenGrant } from "./pools";

/** Ages of unused credit, by the day when it was added. */
const AGES = [
  { label: "up to 30 days", days: 30 },
  { label: "31–90 days", days: 90 },
  { label: "91–180 days", days: 180 },
  { label: "181–365 days", days: 365 },
  { label: "over a year", days: Infinity },
] as const;

/** Unused credit of one age. */
export interface Age {
  label: string;
  grants: number;
  paid: Nano;
  free: Nano;
  /** How much of both expires by itself. */
  expiring: Nano;
}

/** Unused credit by its age at a moment. */
export function agesOf(open: readonly OpenGrant[], at: Date): Age[] {
  const ages = AGES.map(({ label }) => ({
    label: label as string,
    grants: 0,
    paid: ZERO,
    free: ZERO,
    expiring: ZERO,
  }));
  for (const { createdAt, expiresAt, paidLeft, freeLeft } of open) {
    const days = (at.getTime() - createdAt.getTime()) / DAY_MS;
    const age = ages[AGES.findIndex((each) => days <= each.days)];
    if (!age) throw new Error(`an age of ${days} days`);
    age.grants += 1;
    age.paid = add(age.paid, paidLeft);
    age.free = add(age.free, freeLeft);
    if (expiresAt !== null) age.expiring = add(age.expiring, add(paidLeft, freeLeft));
  }
  return ages;
}
