import { beforeAll, describe, expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { balanceOf, accountWith } from "@/lib/testing/accounts";
import { type Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { recordExternalCosts } from "./external-costs";
import { ensureDefaultRateCard } from "./import-rates";
import { authorize, readAuthorization } from "./preflight/authorizations";
import { NewAuthorization } from "./preflight/schema";
import { readUsage } from "./usage";

beforeAll(() => ensureDefaultRateCard());

const run = (id: string, more: object = {}) => ({ id, provider: "apify", cost_usd: "0.0425", ...more });
const holdFor = (ctx: Context, cost: string) =>
  authorize(
    ctx,
    NewAuthorization.parse({
      operations: [{ feature: "lead_signal_fetch", cost_usd: cost }],
      team: "growth",
    }),
    null,
  );

async function balance(ctx: Context): Promise<{ balance: string; held: string }> {
  const { balance, held } = await balanceOf(ctx);
  return { balance: formatCredits(nano(balance)), held: formatCredits(nano(held)) };
}

async function events(ctx: Context) {
  return readInAccount(ctx.accountId, (sql) =>
    sql.query<{ id: string; provider: string; feature: string; operation: string; team: string }>(
      "SELECT id, provider, feature, operation, team FROM usage_events WHERE account_id = $1::uuid ORDER BY id",
      [ctx.accountId],
    ),
  );
}

describe("a run of a paid external API", () => {
  it("is a usage event and a spend row, at cost × markup", async () => {
    const ctx = await accountWith("10");
    const [answer] = await recordExternalCosts(ctx, [run("a", { team: "growth" })]);
    // 0.0425 USD are 0.425 ECU, × 1.3.
    expect(answer).toMatchObject({ status: 201, result: "charged", charge: "0.5525", cost_usd: "0.0425" });
    expect(answer?.transaction_id).toMatch(/^txn_/);
    expect(await balance(ctx)).toEqual({ balance: "9.4475", held: "0" });
    expect(await events(ctx)).toEqual([
      { id: "a", provider: "apify", feature: "lead_signal_fetch", operation: "external_api", team: "growth" },
    ]);
    const { totals } = await readUsage(ctx, { groupBy: ["feature"] });
    expect(totals).toMatchObject({ charge: "0.5525", cost_usd: "0.0425" });
  });

  it("costs at least the floor of its feature", async () => {
    const ctx = await accountWith("10");
    const [answer] = await recordExternalCosts(ctx, [run("a", { cost_usd: "0" })]);
    expect(answer).toMatchObject({ result: "charged", charge: "0.001", cost_usd: "0" });
  });

  it("is charged once, however often it is reported, in one batch or in several", async () => {
    const ctx = await accountWith("10");
    const [first, twin] = await recordExternalCosts(ctx, [run("a"), run("a")]);
    expect([first?.result, twin?.result]).toEqual(["charged", "replayed"]);
    const [again, other] = await recordExternalCosts(ctx, [run("a"), run("a", { cost_usd: "0.05" })]);
    expect(again).toMatchObject({ status: 200, result: "replayed", transaction_id: first?.transaction_id });
    expect(other).toMatchObject({ status: 422, code: "idempotency_mismatch", field: "costs.1.id", index: 1 });
    expect((await balance(ctx)).balance).toBe("9.4475");
  });

  it("that has run is charged into negative credit; with enforce it is refused instead", async () => {
    const ctx = await accountWith("0.1");
    const [refused] = await recordExternalCosts(ctx, [run("a", { enforce: true })]);
    expect(refused).toMatchObject({ status: 402, code: "insufficient_credits" });
    const [charged] = await recordExternalCosts(ctx, [run("a")]);
    expect(charged).toMatchObject({ result: "charged" });
    expect((await balance(ctx)).balance).toBe("-0.4525");
  });

  it.each([
    [{ provider: undefined }, "provider"],
    [{ cost_usd: undefined }, "cost_usd"],
    [{ cost_usd: "-1" }, "cost_usd"],
    [{ cost_usd: 1 }, "cost_usd"],
    [{ feature: "no_such" }, "feature"],
    [{ feature: "tool_run" }, "feature"],
    [{ authorization: "x" }, "authorization"],
    [{ authorization: newId(), enforce: true }, "enforce"],
    [{ occurred_at: "2999-01-01T00:00:00Z" }, "occurred_at"],
    [{ byok: true }, "byok"],
    [{ mandate: newId() }, "mandate"],
  ])("that is reported wrongly names the field, with %j: %s", async (fault, field) => {
    const ctx = await accountWith("10");
    const answers = await recordExternalCosts(ctx, [run("good"), run("bad", fault)]);
    expect(answers).toMatchObject([
      { index: 0, result: "charged" },
      { index: 1, id: "bad", status: 400, field: `costs.1.${field}` },
    ]);
  });

  it("comes as one to a thousand", async () => {
    const ctx = await accountWith("1000");
    await expect(recordExternalCosts(ctx, [])).rejects.toMatchObject({ code: "invalid_request" });
    const many = Array.from({ length: 1_001 }, (_, index) => run(String(index)));
    await expect(recordExternalCosts(ctx, many)).rejects.toMatchObject({ code: "too_large" });
    const answers = await recordExternalCosts(ctx, many.slice(1));
    expect(
      answers.every(({ result }, index) => result === "charged" && answers[index]?.index === index),
    ).toBe(true);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1_000);
  });
});

describe("a run that was authorized", () => {
  it("settles its hold, as what it was authorized for", async () => {
    const ctx = await accountWith("10");
    const { id, amount } = await holdFor(ctx, "0.1");
    expect(amount).toBe("1.3");
    const [answer] = await recordExternalCosts(ctx, [run("a", { authorization: id })]);
    expect(answer).toMatchObject({ status: 201, result: "charged", charge: "0.5525", cost_usd: "0.0425" });
    expect(await balance(ctx)).toEqual({ balance: "9.4475", held: "0" });
    expect(await events(ctx)).toMatchObject([
      { id: "a", feature: "lead_signal_fetch", operation: "external_api", team: "growth" },
    ]);
    expect(await readAuthorization(ctx, id)).toMatchObject({
      status: "captured",
      used: "0.5525",
      transactions: [{ id: answer?.transaction_id }],
    });
    const [again] = await recordExternalCosts(ctx, [run("a", { authorization: id })]);
    expect(again).toMatchObject({ status: 200, result: "replayed", transaction_id: answer?.transaction_id });
    expect((await balance(ctx)).balance).toBe("9.4475");
  });

  it("and cost more than was held is charged all of it", async () => {
    const ctx = await accountWith("10");
    const { id } = await holdFor(ctx, "0.01");
    const [answer] = await recordExternalCosts(ctx, [run("a", { authorization: id })]);
    expect(answer).toMatchObject({ result: "charged", charge: "0.5525" });
    expect(await balance(ctx)).toEqual({ balance: "9.4475", held: "0" });
  });

  it("twice under one hold is settled once: the other one is told that it has ended", async () => {
    const ctx = await accountWith("10");
    const { id } = await holdFor(ctx, "0.1");
    const answers = await recordExternalCosts(ctx, [
      run("a", { authorization: id }),
      run("b", { authorization: id }),
    ]);
    expect(answers.map(({ result }) => result).toSorted()).toEqual(["charged", "refused"]);
    expect(answers.find(({ result }) => result === "refused")).toMatchObject({
      status: 409,
      code: "hold_ended",
    });
    expect((await balance(ctx)).balance).toBe("9.4475");
  });

  it("under another account's hold is refused like one that is not there, and leaves it alone", async () => {
    const [ctx, other] = [await accountWith("10"), await accountWith("10")];
    const { id } = await holdFor(other, "0.1");
    const [answer] = await recordExternalCosts(ctx, [run("a", { authorization: id })]);
    expect(answer).toMatchObject({ status: 404, code: "not_found", field: "costs.0.authorization" });
    expect((await readAuthorization(other, id)).status).toBe("open");
  });

  it("is settled only by who may settle", async () => {
    const ctx = await accountWith("10");
    const { id } = await holdFor(ctx, "0.1");
    const little = { ...ctx, permissions: new Set(["usage:write"] as const) };
    const [answer] = await recordExternalCosts(little, [run("a", { authorization: id })]);
    expect(answer).toMatchObject({ status: 403, code: "forbidden" });
    expect((await readAuthorization(ctx, id)).status).toBe("open");
  });
});
