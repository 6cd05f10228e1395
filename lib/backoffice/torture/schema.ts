import { z } from "zod";

export const StartTorture = z.strictObject({ seed: z.int().min(1).max(999_999_999) });
export type StartTorture = z.output<typeof StartTorture>;

/** Rounds as they are stored. */
export const Rounds = z.array(
  z.object({
    name: z.string(),
    deliveries: z.int(),
    lines: z.int(),
    milliseconds: z.int(),
    faults: z.array(z.string()),
  }),
);
