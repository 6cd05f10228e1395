import type { Context, Hono } from "hono";
import { z } from "zod";
import { formatAtto } from "../prices/atto";
import type { ProviderSandbox } from "../sandbox";
import type { Env } from "../server/answer-call";
import { costOf, type Generation } from "../store/generation";
import { faultSchema } from "./faults";
import { sumsOf } from "./sums";

const paceSchema = z.strictObject({ ms: z.int().min(0).max(60_000) });

/** For tests and for whoever tries things out: what was called and billed, and what is to go wrong. */
export function serveControl(app: Hono<Env>, sandbox: ProviderSandbox): void {
  app.get("/_sandbox/health", (c) => c.json({ ok: true }));
  app.get("/_sandbox/sums", (c) => c.json(sumsOf(sandbox.generations.list())));
  app.get("/_sandbox/calls", (c) => c.json({ calls: sandbox.generations.list().map(callView) }));
  app.post("/_sandbox/faults", (c) => withBody(c, faultSchema, (fault) => sandbox.faults.add(fault)));
  app.delete("/_sandbox/faults", (c) => {
    sandbox.faults.clear();
    return c.json({});
  });
  app.post("/_sandbox/slow", (c) => {
    return withBody(c, paceSchema, ({ ms }) => {
      sandbox.tokenMs = ms;
    });
  });
}

function callView(generation: Generation): object {
  const { rates: _, ...shown } = generation;
  return { ...shown, cost: formatAtto(costOf(generation).total) };
}

/** Does something with the JSON body, and answers with how it was read. */
async function withBody<S extends z.ZodType>(
  c: Context<Env>,
  schema: S,
  apply: (body: z.output<S>) => void,
): Promise<Response> {
  const read = schema.safeParse(await c.req.json().catch(() => null));
  if (!read.success) return c.json({ error: { message: z.prettifyError(read.error) } }, 400);
  apply(read.data);
  return c.json(read.data as object);
}
