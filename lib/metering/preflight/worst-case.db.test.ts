import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { nano } from "@/lib/values/money";
import { ensureDefaultRateCard } from "../import-rates";
import { priceInput, reportedEvent } from "../price-input";
import { type TariffAt, tariffsOf } from "../rate-cards";
import { UsageEventInput } from "../schema";
import { atMost } from "./rules/at-most";
import { OperationInput } from "./schema";
import { worstCaseOf } from "./worst-case";

const NOW = new Date();
let tariffAt: TariffAt;
let models: { provider: string; model: string }[];

beforeAll(async () => {
  await ensureDefaultRateCard();
  tariffAt = await tariffsOf((await testAccount()).accountId, [NOW]);
  models = await readAcrossAccounts((sql) =>
    sql.query(
      "SELECT DISTINCT provider, model FROM model_prices WHERE kind IN ('input', 'output') ORDER BY 1, 2",
    ),
  );
});

/** What a call is charged; null for what has no price. */
function chargeOf(input: object): bigint | null {
  const event = UsageEventInput.parse({ id: "call", ...input });
  const priced = priceInput(tariffAt, reportedEvent(event, NOW), event.cost_usd, NOW);
  return "code" in priced ? null : priced.charge.charge;
}

const tokens = fc.integer({ min: 0, max: 400_000 });
const upTo = (most: number) => fc.integer({ min: 0, max: most });

it("no call within an operation's size is charged more than the operation's worst case, whatever the model", () => {
  const sizes = fc.record({ at: fc.nat(), input: tokens, output: tokens, byok: fc.boolean() });
  const usage = sizes.chain((size) =>
    fc
      .record({
        size: fc.constant(size),
        input: upTo(size.input),
        output: upTo(size.output),
        share: upTo(100),
      })
      .map((used) => ({ ...used, cached: Math.floor((used.input * used.share) / 100) })),
  );
  let seen = 0;
  fc.assert(
    fc.property(usage, ({ size, input, output, cached }) => {
      const { provider, model } = models[size.at % models.length] ?? { provider: "", model: "" };
      const call = { provider, model, byok: size.byok };
      const operation = OperationInput.parse({
        ...call,
        input_tokens: size.input,
        max_output_tokens: size.output,
      });
      const worst = chargeOf(atMost(operation));
      const actual = chargeOf({
        ...call,
        input_tokens: input,
        output_tokens: output,
        cached_input_tokens: cached,
      });
      if (worst === null || actual === null) return;
      seen += 1;
      expect(actual <= worst).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(seen).toBeGreaterThan(1_000);
});

it("every charge is at least its real cost with the markup, and at least the floor", () => {
  fc.assert(
    fc.property(fc.nat(), tokens, tokens, (at, input, output) => {
      const { provider, model } = models[at % models.length] ?? { provider: "", model: "" };
      const event = UsageEventInput.parse({
        id: "c",
        provider,
        model,
        input_tokens: input,
        output_tokens: output,
      });
      const reported = reportedEvent(event, NOW);
      const priced = priceInput(tariffAt, reported, undefined, NOW);
      if ("code" in priced) return;
      const { charge, cost, card } = priced;
      // charge × credit value ≥ cost × 1.3, both in 10⁻²⁷ USD.
      expect(
        charge.charge * card.creditValue * 1_000_000n >= (cost ?? 0n) * 1_300_000n * 1_000_000_000n,
      ).toBe(true);
      expect(charge.charge >= charge.floor).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

it("many operations of a kind cost as many times one, exactly", async () => {
  const ctx = await testAccount();
  const one = { model: "gpt-4o-mini", operation: "chat", input_tokens: 7, max_output_tokens: 3 };
  const [single, many] = await Promise.all([
    worstCaseOf(ctx, [OperationInput.parse(one)], NOW),
    worstCaseOf(ctx, [OperationInput.parse({ ...one, count: 1_000 })], NOW),
  ]);
  expect(many.amount).toBe(nano(single.amount * 1_000n));
});
