import { ended, eventsOf, gatewayKey, openAi, startGateway } from "@/lib/testing/gateway";
import { beforeAll, expect, it } from "vitest";
import { recordExternalCosts } from "@/lib/metering/external-costs";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { captureAuthorization, releaseAuthorization } from "@/lib/metering/preflight/authorizations";
import { NewCapture } from "@/lib/metering/preflight/schema";
import { recordUsage } from "@/lib/metering/record";
import { accountWith } from "@/lib/testing/accounts";

let url: string;
beforeAll(async () => {
  await ensureDefaultRateCard();
  url = await startGateway();
});

it("charges what ran, whatever the caller does meanwhile to the call's hold and to the id of its event", async () => {
  const ctx = await accountWith("100");
  const client = openAi(url, await gatewayKey(ctx));
  const { data: chunks, response } = await client.chat.completions
    .create({
      model: "openai/gpt-4o-mini",
      messages: [{ role: "user", content: "Write 40 tokens about rivers." }],
      stream: true,
    })
    .withResponse();
  // It is said before anything is charged.
  const id = response.headers.get("ecu-call") ?? "";
  const cheap = { feature: "model_inference", model: "openai/gpt-4o-mini", input_tokens: 1 };
  expect(await recordUsage(ctx, [{ id: `gw_${id}`, ...cheap }])).toMatchObject([
    { result: "refused", code: "invalid_request", field: "events.0.id" },
  ]);
  const cost = { id: `gw_${id}`, provider: "apify", cost_usd: "0" };
  expect(await recordExternalCosts(ctx, [cost, { ...cost, authorization: id }])).toMatchObject([
    { result: "refused", field: "costs.0.id" },
    { result: "refused" },
  ]);
  expect(await recordExternalCosts(ctx, [{ ...cost, id: "mine", authorization: id }])).toMatchObject([
    { result: "refused", code: "unprocessable" },
  ]);
  for (const capture of [{ amount: "0" }, { usage: { id: `gw_${id}`, ...cheap } }]) {
    await expect(captureAuthorization(ctx, id, NewCapture.parse(capture), null)).rejects.toMatchObject({
      code: "unprocessable",
    });
  }
  await expect(releaseAuthorization(ctx, id, null)).rejects.toMatchObject({ code: "unprocessable" });
  for await (const chunk of chunks) expect(chunk.object).toBe("chat.completion.chunk");
  expect(await ended(ctx)).toMatchObject({ status: "settled", outcome: "completed" });
  const [event, ...more] = await eventsOf(ctx);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ id: `gw_${id}`, output_tokens: 40n });
});
