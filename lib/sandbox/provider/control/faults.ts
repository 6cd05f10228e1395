import { z } from "zod";

/** How to make a call fail, for tests. */
export const faultSchema = z.strictObject({
  /** Method and path; `*` stands for one part of the path. */
  match: z.string().regex(/^(GET|POST) \/v1\/\S+$/),
  /** Only calls of this model. */
  model: z.string().optional(),
  /** From the how manieth call on, counted from now. */
  nth: z.int().min(1).default(1),
  /** How many calls in a row. */
  times: z.int().min(1).default(1),
  /**
   * `500`, `429`, `401`: answered so, with nothing generated. `timeout`: no answer for `ms`, then the connection breaks;
   * nothing is generated. `drop_before`: the connection breaks at once; nothing is generated. `drop_after`: all of it is
   * generated and billed, and the connection breaks before the answer. `cut_after`: the stream breaks after `chunks`
   * tokens. `stall_after`: after `chunks` tokens nothing more comes for `ms`, then it breaks. `error_after`: after `chunks` tokens the stream ends with an error, as OpenRouter's does. `malformed`: the
   * answer, or one chunk of the stream, is no JSON. `no_usage`: the answer does not say what was used. `slow`: `ms` for
   * each token.
   */
  kind: z.enum([
    "500",
    "429",
    "401",
    "timeout",
    "drop_before",
    "drop_after",
    "cut_after",
    "stall_after",
    "error_after",
    "malformed",
    "no_usage",
    "slow",
  ]),
  chunks: z.int().min(0).default(3),
  ms: z.int().min(0).max(600_000).optional(),
});

export type Fault = z.output<typeof faultSchema>;

/** The faults that were asked for, and how many calls each has seen. */
export class Faults {
  private readonly list: { fault: Fault; pattern: RegExp; seen: number }[] = [];

  add(fault: Fault): void {
    const pattern = fault.match.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]+");
    this.list.push({ fault, pattern: new RegExp(`^${pattern}$`), seen: 0 });
  }

  clear(): void {
    this.list.length = 0;
  }

  /** Counts a call, and tells what is to go wrong with it. */
  next(method: string, path: string, model: string | null): Fault | null {
    let struck: Fault | null = null;
    for (const entry of this.list) {
      const { fault, pattern } = entry;
      if (!pattern.test(`${method} ${path}`) || (fault.model ?? model) !== model) continue;
      entry.seen += 1;
      if (entry.seen >= fault.nth && entry.seen < fault.nth + fault.times) struck ??= fault;
    }
    return struck;
  }
}
