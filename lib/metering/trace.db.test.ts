import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readCalls, surveyTrace } from "@/lib/cli/trace/read-trace";
import { accountWith } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { ensureDefaultRateCard } from "./import-rates";
import { recordUsage } from "./record";
import { MAX_EVENTS } from "./schema";
import { readUsage } from "./usage";

// Real request traces are not part of the project: ECU_TEST_DATA names the folder that holds them.
const data = process.env.ECU_TEST_DATA;
const TRACES = [
  { file: "AzureLLMInferenceTrace_conv.csv", calls: 19_366, input: 22_361_870, output: 4_088_665 },
  { file: "AzureLLMInferenceTrace_code.csv", calls: 8_819, input: 18_059_974, output: 245_896 },
].map((trace) => ({ ...trace, path: join(data ?? "", "traces", trace.file) }));

beforeAll(() => ensureDefaultRateCard());

async function replay(ctx: Context, path: string): Promise<string[]> {
  const trace = await surveyTrace(path);
  const events: object[] = [];
  for await (const { line, at, inputTokens, outputTokens } of readCalls(trace)) {
    events.push({
      id: `line-${line}`,
      occurred_at: new Date(at).toISOString(),
      model: "gpt-4o",
      operation: "chat",
      input_tokens: inputTokens,
      output_tokens: outputTokens,
    });
  }
  const results: string[] = [];
  for (let at = 0; at < events.length; at += MAX_EVENTS) {
    results.push(...(await recordUsage(ctx, events.slice(at, at + MAX_EVENTS))).map(({ result }) => result));
  }
  return results;
}

for (const { file, path, calls, input, output } of TRACES) {
  it.skipIf(!data || !existsSync(path))(
    `meters ${file} to the unit, and charges a second replay nothing (needs ECU_TEST_DATA)`,
    async () => {
      const ctx = await accountWith("5000");
      expect(new Set(await replay(ctx, path))).toEqual(new Set(["charged"]));
      const { totals } = await readUsage(ctx, { groupBy: [] });
      expect(totals).toMatchObject({ calls, input_tokens: input, output_tokens: output });
      expect(new Set(await replay(ctx, path))).toEqual(new Set(["replayed"]));
      expect((await readUsage(ctx, { groupBy: [] })).totals).toEqual(totals);
    },
  );
}
