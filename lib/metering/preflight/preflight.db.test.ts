import { beforeAll, describe, expect, it } from "vitest";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { expireHold, readHold } from "@/lib/ledger/holds";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { explainCharge } from "../explain-charge";
import { ensureDefaultRateCard } from "../import-rates";
import { recordUsage } from "../record";
import { readUsage } from "../usage";
import { authorize, captureAuthorization, extendAuthorization, releaseAuthorization } from "./authorizations";
import { estimate } from "./estimate";
import { EstimateRequest, NewAuthorization, NewCapture } from "./schema";

beforeAll(() => ensureDefaultRateCard());

const CHAT = { model: "gpt-4o", operation: "chat", input_tokens: 1_204, max_output_tokens: 310 };
/** 1,204 × $2.50 and 310 × $10 per million, × 1.3, at $0.10 for an ECU. */
const WORST = "0.07943";

const ask = (ctx: Context, body: object) => estimate(ctx, EstimateRequest.parse(body));
const hold = (ctx: Context, body: object, key: string | null = null) =>
  authorize(ctx, NewAuthorization.parse(body), key);
const capture = (ctx: Context, id: string, body: object, key: string | null = null) =>
  captureAuthorization(ctx, id, NewCapture.parse(body), key);
const balance = async (ctx: Context) => {
  const { balance: now, held } = await balanceOf(ctx);
  return { balance: formatCredits(nano(now)), held: formatCredits(nano(held)) };
};

async function budget(ctx: Context, limit: string, scope = "account", value = ""): Promise<void> {
  await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query(
      `INSERT INTO budgets (account_id, id, name, scope, scope_value, period, mode, limit_amount, starts_on, created_by)
       VALUES ($1::uuid, $2::uuid, 'Team lunch', $3::budget_scope, $4, 'daily', 'hard', $5::bigint, current_date, 'test')`,
      [ctx.accountId, newId(), scope, value, parseCredits(limit)],
    ),
  );
}

describe("an estimate", () => {
  it("says the worst case, how it comes about and what would remain, and holds nothing", async () => {
    const ctx = await accountWith("1");
    const answer = await ask(ctx, {
      operations: [CHAT, { feature: "judge_run", count: 3, quantities: { run: "1" }, cost_usd: "0" }],
    });
    expect(answer).toMatchObject({
      allowed: true,
      unit: "credit",
      worst_case: "0.10943",
      worst_case_usd: "0.010943",
    });
    expect(answer.breakdown.map(({ amount, count }) => [count, amount])).toEqual([
      [1, WORST],
      [3, "0.03"],
    ]);
    expect(answer.breakdown[0]?.steps.at(-1)).toContain(WORST);
    expect(answer.wallet).toEqual({ balance: "1", held: "0", available: "1", would_remain: "0.89057" });
    expect(await balance(ctx)).toEqual({ balance: "1", held: "0" });
  });

  it("says why not, when credit or a budget is short", async () => {
    const ctx = await accountWith("0.05");
    await budget(ctx, "0.01");
    const answer = await ask(ctx, { operations: [CHAT] });
    expect(answer.allowed).toBe(false);
    expect(answer.refusals.map(({ code }) => code)).toEqual(["insufficient_credits", "budget_exceeded"]);
    expect(answer.budgets).toMatchObject([
      { name: "Team lunch", remaining: "0.01", would_remain: "-0.06943" },
    ]);
  });

  it("of what the rate card does not price is refused, never nothing", async () => {
    const ctx = await accountWith("1");
    await expect(ask(ctx, { operations: [CHAT, { ...CHAT, model: "house-model" }] })).rejects.toMatchObject({
      faults: [{ field: "operations.1.model" }],
    });
    await expect(ask(ctx, { operations: [{ feature: "nothing" }] })).rejects.toMatchObject({
      faults: [{ field: "operations.0.feature" }],
    });
  });

  it("counts the hours of each replica", async () => {
    const ctx = await accountWith("1000");
    const hours = { feature: "model_hosting", hardware: "a100-80gb", quantities: { hour: "1.5" } };
    const [one, two] = await Promise.all([
      ask(ctx, { operations: [hours] }),
      ask(ctx, { operations: [{ ...hours, replicas: 2 }] }),
    ]);
    expect(parseCredits(two.worst_case)).toBe(parseCredits(one.worst_case) * 2n);
  });
});

describe("authorized operations", () => {
  it("hold their worst case, and are captured by what was used: one event, one row, the rest back", async () => {
    const ctx = await accountWith("1");
    const held = await hold(ctx, { operations: [CHAT], team: "research", member: "ada@example.com" });
    expect(held).toMatchObject({
      amount: WORST,
      feature: "model_inference",
      model: "gpt-4o",
      team: "research",
    });
    const used = { input_tokens: 1_204, output_tokens: 100 };
    const captured = await capture(ctx, held.id, { usage: used });
    expect(captured).toMatchObject({ status: "captured", used: "0.05213" });
    expect(captured.transactions).toMatchObject([{ amount: "-0.05213", ref_type: "usage_event" }]);
    expect(await balance(ctx)).toEqual({ balance: "0.94787", held: "0" });
    const { totals, rows } = await readUsage(ctx, { groupBy: ["team", "model"] });
    expect(totals).toMatchObject({ calls: 1, charge: "0.05213", input_tokens: 1_204 });
    expect(rows).toMatchObject([{ team: "research", model: "gpt-4o" }]);
    const explained = await explainCharge(ctx, captured.transactions[0]?.id ?? "");
    expect(explained.charge).toMatchObject({ matches: true, charge: "0.05213" });
    expect(explained.hold).toMatchObject({ id: held.id, status: "captured", amount: WORST, used: "0.05213" });
  });

  it("captured above their hold are charged in two rows of one event, and explained by both", async () => {
    const ctx = await accountWith("1");
    const { id } = await hold(ctx, { operations: [{ ...CHAT, max_output_tokens: 10 }] });
    const { used, transactions } = await capture(ctx, id, {
      usage: { input_tokens: 1_204, output_tokens: 310 },
    });
    expect(used).toBe(WORST);
    expect(transactions.map(({ amount }) => amount)).toEqual(["-0.04043", "-0.039"]);
    for (const row of transactions) {
      const { timeline, hold: settled } = await explainCharge(ctx, row.id);
      expect(timeline.map(({ amount }) => amount)).toEqual(["-0.04043", "-0.039"]);
      expect(settled?.id).toBe(id);
    }
  });

  it("are captured once: the same again is answered as then, anything else is refused", async () => {
    const ctx = await accountWith("1");
    const { id } = await hold(ctx, { operations: [CHAT] });
    const first = await capture(ctx, id, { usage: { input_tokens: 10 } });
    expect(await capture(ctx, id, { usage: { input_tokens: 10 } })).toEqual(first);
    await expect(capture(ctx, id, { usage: { input_tokens: 11 } })).rejects.toMatchObject({ status: 422 });
    await expect(capture(ctx, id, { usage: { input_tokens: 11 } }, "other")).rejects.toMatchObject({
      code: "hold_ended",
    });
    expect((await readUsage(ctx, { groupBy: [] })).totals.calls).toBe(1);
  });

  it("end once, by capture, release or expiry, whichever comes first", async () => {
    const ctx = await accountWith("10");
    for (let round = 0; round < 8; round += 1) {
      const { id } = await hold(ctx, { operations: [CHAT], expires_in: 1 });
      await inAccount(ctx.accountId, (tx) =>
        sqlOf(tx).query(
          "UPDATE holds SET expires_at = now() - interval '1 s' WHERE account_id = $1::uuid AND id = $2::uuid",
          [ctx.accountId, id],
        ),
      );
      const seen = await readHold(ctx, id);
      const ends = await Promise.allSettled([
        capture(ctx, id, { usage: { input_tokens: 10 } }),
        releaseAuthorization(ctx, id, newId()),
        expireHold(ctx, seen),
        extendAuthorization(ctx, id, { expires_in: 1 }),
      ]);
      expect(ends.slice(0, 3).filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
      for (const end of ends)
        if (end.status === "rejected")
          expect(["hold_ended", "conflict"]).toContain((end.reason as { code: string }).code);
      if ((await readHold(ctx, id)).status === "open") await releaseAuthorization(ctx, id, newId());
    }
    expect((await balance(ctx)).held).toBe("0");
  });

  it("of two features, or of two wallets, are asked for by themselves", async () => {
    const ctx = await accountWith("1");
    const judge = { feature: "judge_run", cost_usd: "0" };
    await expect(hold(ctx, { operations: [CHAT, judge] })).rejects.toMatchObject({
      faults: [{ field: "operations.1.feature" }],
    });
    await expect(ask(ctx, { operations: [CHAT, { feature: "tool_run" }] })).rejects.toMatchObject({
      faults: [{ field: "operations.1.feature" }],
    });
  });

  it("name what is wrong with the usage that captures them, and stay open", async () => {
    const ctx = await accountWith("1");
    const { id } = await hold(ctx, { operations: [CHAT] });
    for (const [usage, field] of [
      [{ input_tokens: -1 }, "usage.input_tokens"],
      [{ model: "house-model", input_tokens: 5 }, "usage.model"],
      [{ surprise: 1 }, "usage.surprise"],
      [{ mandate: newId(), input_tokens: 5 }, "usage.mandate"],
    ] as const)
      await expect(capture(ctx, id, { usage })).rejects.toMatchObject({ faults: [{ field }] });
    await expect(capture(ctx, id, { usage: { feature: "tool_run" } })).rejects.toMatchObject({ status: 422 });
    expect((await readHold(ctx, id)).status).toBe("open");
  });
});

describe("a hard budget", () => {
  it("lets exactly as many of 500 concurrent authorizations through as it has room for", async () => {
    const ctx = await accountWith("1000");
    await budget(ctx, "100", "team", "research");
    const asked = Array.from({ length: 500 }, () => hold(ctx, { amount: "1", team: "research" }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
    expect(await balance(ctx)).toEqual({ balance: "1000", held: "100" });
    await expect(hold(ctx, { amount: "0.000000001", team: "research" })).rejects.toMatchObject({
      code: "budget_exceeded",
      status: 402,
    });
    await expect(hold(ctx, { amount: "1", team: "sales" })).resolves.toMatchObject({ status: "open" });
  }, 60_000);

  it("answers a repeated authorization as the first time, also when nothing is left", async () => {
    const ctx = await accountWith("10");
    await budget(ctx, "1");
    const { id } = await hold(ctx, { amount: "1" }, "key");
    expect((await hold(ctx, { amount: "1" }, "key")).id).toBe(id);
  });

  it("has room again for what was captured below its hold", async () => {
    const ctx = await accountWith("10");
    await budget(ctx, "1");
    const { id } = await hold(ctx, { amount: "1" });
    await capture(ctx, id, { amount: "0.25" });
    await expect(hold(ctx, { amount: "0.76" })).rejects.toMatchObject({ code: "budget_exceeded" });
    await expect(hold(ctx, { amount: "0.75" })).resolves.toMatchObject({ status: "open" });
  });

  it("refuses events that are enforced, and charges what has run", async () => {
    const ctx = await accountWith("10");
    await budget(ctx, "0.1");
    const call = (id: string, enforce: boolean) => ({
      ...{ id, model: "gpt-4o", input_tokens: 1_204, output_tokens: 310 },
      enforce,
    });
    const answers = await recordUsage(ctx, [call("a", true), call("b", true), call("c", false)]);
    expect(answers.map(({ result }) => result)).toEqual(["refused", "refused", "charged"]);
    expect(answers[0]).toMatchObject({ status: 402, code: "budget_exceeded" });
    const [again] = await recordUsage(ctx, [call("c", true)]);
    expect(again?.result).toBe("replayed");
    expect((await readUsage(ctx, { groupBy: [] })).totals.calls).toBe(1);
  });
});

it("a charge carries no mandate that nobody approved", async () => {
  const ctx = await accountWith("10");
  const [answer] = await recordUsage(ctx, [{ id: "a", cost_usd: "0.01", mandate: newId() }]);
  expect(answer).toMatchObject({ status: 400, field: "events.0.mandate" });
});
