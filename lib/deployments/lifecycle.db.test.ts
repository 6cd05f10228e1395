import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import {
  accountSince,
  after,
  ensureDefaultRateCard,
  noon,
  overridePrice,
  start,
} from "@/lib/testing/deployments";
import type { Context } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { catchUp } from "./catch-up";
import { changeReplicas, extendInstance } from "./change-instance";
import { type InstanceView, readInstance } from "./read-instance";
import { failInstance, stopInstance } from "./stop-instance";

const began = noon(30);

beforeAll(async () => void (await ensureDefaultRateCard()));

const moves = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constant("replicas" as const),
      after: fc.integer({ min: 1, max: 40 }),
      replicas: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      what: fc.constant("price" as const),
      after: fc.integer({ min: 1, max: 40 }),
      price: fc.integer({ min: 1, max: 50 }),
    }),
    fc.record({
      what: fc.constant("extend" as const),
      after: fc.integer({ min: 1, max: 40 }),
      hours: fc.integer({ min: 40, max: 90 }),
    }),
    fc.record({ what: fc.constant("sweep" as const), after: fc.integer({ min: 1, max: 70 }) }),
  ),
  { minLength: 1, maxLength: 5 },
);

async function checkBooks(
  ctx: Context,
  { cycles, used, started_at, stopped_at }: InstanceView,
): Promise<void> {
  const [ledger] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ moved: string; events: string }>(
      `SELECT (SELECT (-sum(amount))::text FROM transactions WHERE account_id = $1 AND ref_type = 'instance') AS moved,
        (SELECT sum(charge)::text FROM usage_events WHERE account_id = $1) AS events`,
      [ctx.accountId],
    ),
  );
  expect(BigInt(ledger?.moved ?? 0)).toBe(parseCredits(used));
  expect(BigInt(ledger?.events ?? 0)).toBe(parseCredits(used));
  let at = started_at;
  for (const cycle of cycles) {
    expect(cycle.from).toBe(at);
    at = cycle.to ?? "";
    const parts = cycle.components.reduce((sum, { amount = "0" }) => sum + parseCredits(amount), 0n);
    expect(parts).toBe(parseCredits(cycle.used ?? "-1"));
  }
  expect(at).toBe(stopped_at);
}

it(
  "moves in the ledger exactly what it used, through any life that the verbs allow",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(moves, fc.boolean(), fc.integer({ min: 0, max: 50 }), async (plan, isFixed, rest) => {
        const ctx = await accountSince(began, "1000000");
        const what = isFixed ? ({ mode: "fixed", hours: "36" } as const) : ({ mode: "cycle" } as const);
        await start(ctx, { id: "i", kind: "inference", hardware: "l4", ...what }, began);
        let hour = 0;
        for (const move of plan) {
          hour += move.after;
          const now = after(began, hour);
          const allowed = (verb: Promise<unknown>) =>
            verb.catch((error: { code?: string }) => expect(error.code).toBe("unprocessable"));
          if (move.what === "replicas")
            await allowed(changeReplicas(ctx, "i", { replicas: move.replicas }, now));
          else if (move.what === "extend")
            await allowed(extendInstance(ctx, "i", { hours: String(move.hours) }, now));
          else if (move.what === "price") await overridePrice(ctx, String(move.price), now);
          else await catchUp(ctx.accountId, now);
        }
        const end = { at: after(began, hour + rest).toISOString() };
        await (rest % 2 === 0
          ? stopInstance(ctx, "i", end)
          : failInstance(ctx, "i", { reason: "x", ...end }));
        await checkBooks(ctx, await readInstance(ctx, "i"));
      }),
      { numRuns: 12 },
    );
  },
);
