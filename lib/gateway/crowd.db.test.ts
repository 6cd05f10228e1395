process.env.ECU_GATEWAY_MAX_CALLS = "2";
const { gatewayKey, openAi, provider, startGateway } = await import("@/lib/testing/gateway");
import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { control } from "@/lib/sandbox/provider/testing";
import { accountWith } from "@/lib/testing/accounts";

const ASK = {
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user" as const, content: "Write 40 tokens." }],
};

let url: string;
beforeAll(async () => {
  await ensureDefaultRateCard();
  url = await startGateway();
});

it("runs so many calls of an account at once, refuses one more, and does not hold it against others", async () => {
  const [ours, theirs] = await Promise.all([accountWith("100"), accountWith("100")]);
  const client = openAi(url, await gatewayKey(ours));
  await control(provider, "/slow", { ms: 50 });
  const open = () => client.chat.completions.create({ ...ASK, stream: true });
  const streams = [await open(), await open()];
  await expect(open()).rejects.toMatchObject({ status: 429, code: "rate_limited" });
  expect((await openAi(url, await gatewayKey(theirs)).chat.completions.create(ASK)).id).toBeTruthy();
  for (const stream of streams) for await (const _ of stream);
  expect((await client.chat.completions.create(ASK)).id).toBeTruthy();
});
