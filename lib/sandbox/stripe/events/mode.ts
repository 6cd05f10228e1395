import { z } from "zod";

/** How webhooks behave until they are told otherwise, for tests. Without a field they behave well. */
export const modeSchema = z.strictObject({
  /** None is sent, nor tried again. `resend` sends one all the same when this is over. */
  drop: z.boolean().default(false),
  /** Each waits this long first. */
  delayMs: z.int().min(0).max(600_000).default(0),
  /** Each is sent twice at once, or this many times. */
  duplicate: z.union([z.boolean().transform((on) => (on ? 2 : 1)), z.int().min(1).max(20)]).default(1),
  /** Those that come close together arrive newest first. */
  reorder: z.boolean().default(false),
  /** Signed with another secret. */
  missign: z.boolean().default(false),
  /** The signature is this old. */
  ageSeconds: z.int().min(0).default(0),
});

export type Mode = z.output<typeof modeSchema>;
