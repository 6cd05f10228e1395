import { execFile } from "node:child_process";
import { beforeAll, expect, it } from "vitest";
import { accountWith } from "@/lib/testing/accounts";
import { formatUsd, parseUsd } from "@/lib/values/usd";
import { ensureDefaultRateCard } from "./import-rates";
import { readMargins } from "./margins";
import { authorize, captureAuthorization } from "./preflight/authorizations";
import { NewAuthorization, NewCapture } from "./preflight/schema";
import { recordUsage } from "./record";

beforeAll(() => ensureDefaultRateCard());

const today = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };

/** Runs the command as an operator does. */
function checkMargins(): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const command = execFile(
      process.execPath,
      ["lib/cli/bin.mjs", "check-margins", "--json"],
      { env: { ...process.env, NODE_ENV: "test" } },
      (_error, out, err) => resolve({ code: command.exitCode ?? -1, out: out || err }),
    );
  });
}

it("is good over models and external spend, leaves own keys out of the ratio, and is bad when a platform charges too little", async () => {
  const ctx = await accountWith("100");
  await recordUsage(ctx, [
    { id: "model", model: "gpt-4o", input_tokens: 1_204, output_tokens: 310 },
    { id: "actor", feature: "lead_signal_fetch", provider: "apify", cost_usd: "0.0421" },
    { id: "own", model: "gpt-4o", input_tokens: 10, byok: true },
    { id: "free", feature: "judge_run", cost_usd: "0" },
  ]);
  const { rows, total } = await readMargins(today, "feature");
  const inference = rows.find(({ name }) => name === "model_inference");
  expect(inference).toMatchObject({ calls: 2, ownKeyCalls: 1, isBelow: false, markupPpm: 1_300_000n });
  expect(formatUsd(inference?.cost ?? parseUsd("0"))).toBe("0.00611");
  expect(rows.find(({ name }) => name === "lead_signal_fetch")).toMatchObject({ isBelow: false });
  expect(total.cost).toBe(parseUsd("0.04821"));
  expect(await checkMargins()).toMatchObject({ code: 0, out: expect.stringContaining('"ok":true') });

  const { id } = await authorize(
    ctx,
    NewAuthorization.parse({ amount: "1", feature: "outreach_draft" }),
    null,
  );
  await captureAuthorization(ctx, id, NewCapture.parse({ amount: "0.1", cost_usd: "0.05" }), null);
  const after = await readMargins(today, "feature");
  expect(after.rows.filter(({ isBelow }) => isBelow).map(({ name }) => name)).toEqual(["outreach_draft"]);
  const { code, out } = await checkMargins();
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false });
}, 60_000);
