import type { Explanation } from "@/lib/ledger/explain";
import { formatCredits, max, min, type Nano, parseCredits, sub, ZERO } from "@/lib/values/money";

export type ReservedHold = NonNullable<Explanation["hold"]>;

/** One thing that happened to a hold. `amount` is a decimal string. */
export interface HoldStep {
  what: "held" | "captured" | "overage" | "given back";
  at: string;
  amount: string;
  note: string;
}

const ENDINGS = {
  open: "",
  captured: "what was used is charged",
  released: "nothing was used",
  expired: "its time was over before it was captured",
} as const;

/** The life of a hold in order: set aside, then charged, with what was used beyond it, and what went back. Captured + given back = held. */
export function holdSteps({ amount, used, status, created_at, ended_at }: ReservedHold): HoldStep[] {
  const held = parseCredits(amount);
  const opened: HoldStep = { what: "held", at: created_at, amount, note: "the most that it could cost" };
  if (status === "open" || ended_at === null) return [opened];
  const taken = used === null ? ZERO : parseCredits(used);
  const step = (what: HoldStep["what"], value: Nano, note: string): HoldStep[] =>
    value > 0n ? [{ what, at: ended_at, amount: formatCredits(value), note }] : [];
  return [
    opened,
    ...step("captured", min(held, taken), ENDINGS.captured),
    ...step("overage", max(ZERO, sub(taken, held)), "used beyond the hold, on a row of its own"),
    ...step(
      "given back",
      max(ZERO, sub(held, taken)),
      status === "captured" ? "the rest is available again" : ENDINGS[status],
    ),
  ];
}
