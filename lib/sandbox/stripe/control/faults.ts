import { z } from "zod";

/** How to make a call fail, for tests. */
export const faultSchema = z.strictObject({
  /** Method and path; `*` or a `:name` stands for one part of the path. */
  match: z.string().regex(/^(GET|POST|DELETE) \/v1\/\S+$/),
  /** From the how manieth call on, counted from now. */
  nth: z.int().min(1).default(1),
  /** How many calls in a row. */
  times: z.int().min(1).default(1),
  /**
   * `500`, `429`, `409`: answered so, without being carried out. `timeout_before`: the connection breaks before it is
   * carried out. `drop_after`: it is carried out, and the connection breaks before the answer. `slow`: it is carried
   * out after `holdMs`, and its idempotency key is in use meanwhile.
   */
  kind: z.enum(["500", "429", "409", "timeout_before", "drop_after", "slow"]),
  /** For how long the caller waits before anything happens. */
  holdMs: z.int().min(0).max(120_000).default(0),
});

export type Fault = z.output<typeof faultSchema>;

/** The faults that were asked for, and how many calls each has seen. */
export class Faults {
  private readonly list: { fault: Fault; pattern: RegExp; seen: number }[] = [];

  add(fault: Fault): void {
    const pattern = fault.match.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*|:\w+/g, "[^/]+");
    this.list.push({ fault, pattern: new RegExp(`^${pattern}$`), seen: 0 });
  }

  clear(): void {
    this.list.length = 0;
  }

  /** Counts a call, and tells what is to go wrong with it. */
  next(method: string, path: string): Fault | null {
    let struck: Fault | null = null;
    for (const entry of this.list) {
      if (!entry.pattern.test(`${method} ${path}`)) continue;
      entry.seen += 1;
      const { nth, times } = entry.fault;
      if (entry.seen >= nth && entry.seen < nth + times) struck ??= entry.fault;
    }
    return struck;
  }
}
