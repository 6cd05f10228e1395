import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { listTransactions } from "@/lib/ledger/list";
import { accountWith, balanceOf, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import { explainCharge } from "./explain-charge";
import { ensureDefaultRateCard } from "./import-rates";
import { recordUsage } from "./record";
import { USAGE_DIMENSIONS } from "./schema-usage";
import { readUsage } from "./usage";

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const chat = (id: string, more: object = {}) => ({
  id,
  model: "gpt-4o",
  operation: "chat",
  input_tokens: 1_204,
  output_tokens: 310,
  ...more,
});
const CHARGE = "0.07943";

beforeAll(() => ensureDefaultRateCard());

async function balance(ctx: Context): Promise<string> {
  return formatCredits(nano((await balanceOf(ctx)).balance));
}

describe("a usage event", () => {
  it("is charged what it cost with the markup, by a row that a person can read", async () => {
    const ctx = await accountWith("1");
    const [answer] = await recordUsage(ctx, [chat("a")]);
    expect(answer).toMatchObject({
      index: 0,
      id: "a",
      status: 201,
      result: "charged",
      charge: CHARGE,
      cost_usd: "0.00611",
    });
    const { rows } = await listTransactions(ctx, {});
    expect(rows[0]).toMatchObject({
      ...{ id: answer?.transaction_id, type: "spend", amount: `-${CHARGE}`, balance_after: "0.92057" },
      ...{ description: "gpt-4o · 1,204 in · 310 out", ref_type: "usage_event", ref_id: "a" },
    });
  });

  it("is charged once, and answered as the first time when it comes again", async () => {
    const ctx = await accountWith("1");
    const [first] = await recordUsage(ctx, [chat("a")]);
    const [again] = await recordUsage(ctx, [chat("a")]);
    expect(again).toEqual({
      index: 0,
      id: "a",
      status: 200,
      result: "replayed",
      charge: CHARGE,
      unit: "credit",
      transaction_id: first?.transaction_id,
    });
    expect(await balance(ctx)).toBe("0.92057");
  });

  it("is refused when its id is known with other content", async () => {
    const ctx = await accountWith("1");
    await recordUsage(ctx, [chat("a")]);
    for (const other of [
      { input_tokens: 1_205 },
      { model: "gpt-4o-mini" },
      { cost_usd: "1" },
      { team: "x" },
      { occurred_at: "2026-01-01T00:00:00Z" },
    ]) {
      const [answer] = await recordUsage(ctx, [chat("a", other)]);
      expect(answer).toMatchObject({
        status: 422,
        result: "refused",
        code: "idempotency_mismatch",
        field: "events.0.id",
      });
    }
    expect(await balance(ctx)).toBe("0.92057");
  });

  it("that has run is charged into negative credit; one that has not is refused with enforce", async () => {
    const ctx = await accountWith("0.05");
    const [refused] = await recordUsage(ctx, [chat("a", { enforce: true })]);
    expect(refused).toMatchObject({ status: 402, code: "insufficient_credits" });
    const [charged] = await recordUsage(ctx, [chat("b")]);
    expect(charged).toMatchObject({ status: 201 });
    expect(await balance(ctx)).toBe("-0.02943");
  });

  it("that costs nothing is recorded without a row", async () => {
    const ctx = await testAccount();
    const [answer] = await recordUsage(ctx, [{ id: "free", feature: "fine_tuning", cost_usd: "0" }]);
    expect(answer).toMatchObject({ status: 201, charge: "0.01" });
    expect((await readUsage(ctx, { groupBy: [] })).totals).toMatchObject({ calls: 1 });
  });

  it("of the customer's own key pays for the platform's work only", async () => {
    const ctx = await accountWith("1");
    const [answer] = await recordUsage(ctx, [chat("a", { byok: true })]);
    expect(answer).toMatchObject({ charge: "0.005", cost_usd: "0" });
  });

  it("of a tool takes a run from the other wallet", async () => {
    const ctx = await testAccount();
    const [answer] = await recordUsage(ctx, [{ id: "a", feature: "tool_run" }]);
    expect(answer).toMatchObject({ charge: "1", unit: "tool_run" });
    expect((await balanceOf(ctx, "tool_run")).balance).toBe(-1n);
    expect((await balanceOf(ctx)).balance).toBe(0n);
  });

  it("of a model that no list knows is refused with what to do, and charged when its cost is sent", async () => {
    const ctx = await accountWith("1");
    const [refused] = await recordUsage(ctx, [chat("a", { model: "house-model" })]);
    expect(refused).toMatchObject({ status: 400, code: "unknown_model", field: "events.0.model" });
    expect(refused?.detail).toContain("cost_usd");
    const [charged] = await recordUsage(ctx, [chat("a", { model: "house-model", cost_usd: "0.01" })]);
    expect(charged).toMatchObject({ status: 201, charge: "0.13" });
  });

  it("belongs to the UTC day on which it ran, however long ago", async () => {
    const ctx = await accountWith("1");
    await recordUsage(ctx, [
      chat("a", { occurred_at: "2023-11-16T23:59:59.999Z" }),
      chat("b", { occurred_at: "2023-11-17T01:00:00+02:00" }),
    ]);
    const { rows } = await readUsage(ctx, { groupBy: ["day"], from: "2023-11-16", to: "2023-11-16" });
    expect(rows).toMatchObject([{ day: "2023-11-16", calls: 2 }]);
  });

  it("can be explained: the computation again gives the charge in the books", async () => {
    const ctx = await accountWith("100");
    const answers = await recordUsage(ctx, [
      chat("a"),
      chat("b", { cached_input_tokens: 200, provider: "openai" }),
      { id: "c", cost_usd: "0.0031" },
      { id: "d", feature: "judge_run", model: "gpt-4o-mini", input_tokens: 9 },
      { id: "e", feature: "gpu_instance", hardware: "h100", quantities: { hour: "1.5" } },
      chat("f", { byok: true }),
      { id: "g", feature: "profile_draft", cost_usd: "0.000001" },
    ]);
    for (const { transaction_id } of answers) {
      const { charge, transaction } = await explainCharge(ctx, transaction_id ?? "");
      expect(charge).toMatchObject({ matches: true, charge: transaction.amount.slice(1) });
      expect(charge?.steps.at(-1)).toContain(charge?.charge);
    }
    const g = await explainCharge(ctx, answers[6]?.transaction_id ?? "");
    expect(g.charge?.raised_to).toBe("floor");
    const e = await explainCharge(ctx, answers[4]?.transaction_id ?? "");
    expect(e.transaction.type).toBe("gpu_usage");
  });
});

describe("a bad event is refused with the field's name and leaves no trace", () => {
  const HOSTILE: [string, unknown][] = [
    ...[
      "-1",
      "NaN",
      "Infinity",
      "1e400",
      "1e3",
      "0x10",
      "١٢",
      "0.00000000000000000001",
      "",
      " 1",
      "1,5",
      "+1",
      ".5",
    ].map((text): [string, unknown] => ["cost_usd", text]),
    ...[1, null, {}, ["1"]].map((value): [string, unknown] => ["cost_usd", value]),
    ...[-1, 0.5, 1e300, "12", null, Number.MAX_SAFE_INTEGER].map((value): [string, unknown] => [
      "input_tokens",
      value,
    ]),
    ...["", "a b", "\u0000", "x".repeat(201), "é", 5].map((value): [string, unknown] => ["id", value]),
    ...[
      "yesterday",
      "2026-02-30T00:00:00Z",
      "2999-01-01T00:00:00Z",
      "1999-12-31T23:59:59Z",
      "2026-01-01",
      0,
    ].map((value): [string, unknown] => ["occurred_at", value]),
    ...["\u0000", "\ud800", "a\u202eb", "x".repeat(201), ""].map((value): [string, unknown] => [
      "model",
      value,
    ]),
    ...["Model Inference", "", "../x"].map((value): [string, unknown] => ["feature", value]),
    ["cached_input_tokens", 1_205],
    ["reasoning_tokens", 311],
    ["surprise", true],
    ["type", "embedding"],
  ];

  it.each(HOSTILE.map(([field, value]) => ({ field, value })))(
    "$field = $value",
    async ({ field, value }) => {
      const ctx = await accountWith("1");
      const [answer] = await recordUsage(ctx, [chat("a", { [field]: value })]);
      expect(answer).toMatchObject({ status: 400, result: "refused", field: `events.0.${field}` });
      expect(await balance(ctx)).toBe("1");
      expect((await readUsage(ctx, { groupBy: [] })).totals.calls).toBe(0);
    },
  );

  it("and so are quantities, by their meter", async () => {
    const ctx = await testAccount();
    for (const bad of ["-1", "1e3", "0x10", "1.1234567", 2]) {
      const [answer] = await recordUsage(ctx, [{ id: "a", feature: "judge_run", quantities: { run: bad } }]);
      expect(answer).toMatchObject({ status: 400, field: "events.0.quantities.run" });
    }
    const [unpriced] = await recordUsage(ctx, [{ id: "a", feature: "storage" }]);
    expect(unpriced).toMatchObject({ status: 400, field: "events.0.quantities.gb_day" });
    const [hardware] = await recordUsage(ctx, [
      { id: "a", feature: "gpu_instance", quantities: { hour: "1" } },
    ]);
    expect(hardware).toMatchObject({ status: 400, field: "events.0.hardware" });
  });
});

describe("a batch", () => {
  it("of a thousand with ten repeats and five bad events is answered event by event, and the good ones are charged once", async () => {
    const ctx = await accountWith("100");
    const good = range(985).map((index) => chat(`call-${index}`));
    const repeats = range(10).map((index) => chat(`call-${index * 90}`));
    const bad = [
      chat("x1", { input_tokens: -1 }),
      chat("x2", { cost_usd: "1e3" }),
      chat("x3", { model: "nobody's" }),
      chat("x4", { feature: "nothing" }),
      5,
    ];
    const answers = await recordUsage(ctx, [...good, ...repeats, ...bad]);
    const count = (result: string) => answers.filter((answer) => answer.result === result).length;
    expect([count("charged"), count("replayed"), count("refused")]).toEqual([985, 10, 5]);
    expect(answers.map(({ index }) => index)).toEqual(range(1_000));
    expect(await balance(ctx)).toBe("21.76145");
    expect((await readUsage(ctx, { groupBy: [] })).totals).toMatchObject({
      calls: 985,
      charge: "78.23855",
      input_tokens: 985 * 1_204,
    });
  });

  it("of a thousand and one is refused whole", async () => {
    const ctx = await accountWith("100");
    await expect(
      recordUsage(
        ctx,
        range(1_001).map((index) => chat(`call-${index}`)),
      ),
    ).rejects.toMatchObject({ code: "too_large", status: 413 });
    expect(await balance(ctx)).toBe("100");
  });

  it("sent by twenty callers at once is charged once", async () => {
    const ctx = await accountWith("100");
    const batch = range(50).map((index) => chat(`call-${index}`));
    const answers = (await Promise.all(range(20).map(() => recordUsage(ctx, batch)))).flat();
    expect(answers.filter(({ result }) => result === "charged")).toHaveLength(50);
    expect(answers.filter(({ result }) => result === "replayed")).toHaveLength(950);
    expect(new Set(answers.map(({ transaction_id }) => transaction_id)).size).toBe(50);
    expect(await balance(ctx)).toBe("96.0285");
  });

  it("rolls up to exactly its events, by every dimension", async () => {
    const ctx = await accountWith("100");
    const events = range(300).map((index) => ({
      ...chat(randomUUID(), {
        input_tokens: index,
        output_tokens: index * 2,
        cached_input_tokens: index >> 1,
      }),
      ...{
        model: index % 3 === 0 ? "gpt-4o-mini" : "gpt-4o",
        team: `team-${index % 4}`,
        project: `project-${index % 5}`,
        member: `m${index % 7}`,
      },
      occurred_at: new Date(Date.UTC(2026, 9, 1 + (index % 9))).toISOString(),
    }));
    await recordUsage(ctx, events);
    const [raw] = await readInAccount(ctx.accountId, (sql) =>
      sql.query<{ charge: string; input: string; cost: string }>(
        "SELECT sum(charge)::text AS charge, sum(input_tokens)::text AS input, sum(cost_usd)::text AS cost FROM usage_events WHERE account_id = $1",
        [ctx.accountId],
      ),
    );
    for (const dimension of USAGE_DIMENSIONS) {
      const { rows, totals } = await readUsage(ctx, { groupBy: [dimension] });
      expect(rows.reduce((sum, row) => sum + row.calls, 0)).toBe(300);
      expect(totals.charge).toBe(formatCredits(nano(BigInt(raw?.charge ?? 0))));
      expect(String(totals.input_tokens)).toBe(raw?.input);
    }
    const { rows } = await readUsage(ctx, { groupBy: ["day", "model"], filter: { team: "team-1" } });
    expect(rows).toHaveLength(9);
    expect(rows[0]?.day).toBe("2026-10-09");
  });
});

it("an account's own card goes before everyone's, and what was charged stays as it was", async () => {
  const { writeRateCard, lockRateCards } = await import("./write-rate-card");
  const { forgetRateCards } = await import("./rate-cards");
  const { prisma } = await import("@/lib/db/client");
  const { sqlOf } = await import("@/lib/db/transaction");
  const { parseUsd } = await import("@/lib/values/usd");
  const [ctx, other] = [await accountWith("1"), await accountWith("1")];
  const [before] = await recordUsage(ctx, [chat("a")]);
  await prisma().$transaction(async (tx) => {
    await lockRateCards(sqlOf(tx));
    const half = {
      feature: "model_inference",
      operation: "",
      model: "gpt-4o",
      hardware: "",
      meter: "cost",
      price: null,
      per: 1n,
      markupPpm: 1_100_000n,
      floor: nano(0n),
      unit: "credit",
    } as const;
    const card = {
      accountId: ctx.accountId,
      validFrom: null,
      priceList: null,
      creditValue: parseUsd("0.1"),
      note: "",
      createdBy: "test",
      entries: [half],
    };
    await writeRateCard(sqlOf(tx), card);
  });
  forgetRateCards();
  const [mine] = await recordUsage(ctx, [chat("b")]);
  const [theirs] = await recordUsage(other, [chat("b")]);
  expect([before?.charge, mine?.charge, theirs?.charge]).toEqual([CHARGE, "0.06721", CHARGE]);
  for (const answer of [before, mine]) {
    expect((await explainCharge(ctx, answer?.transaction_id ?? "")).charge).toMatchObject({
      matches: true,
      charge: answer?.charge,
    });
  }
});
