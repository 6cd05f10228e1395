import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { announce } from "./announce";
import { createEndpoint } from "./create-endpoint";
import { giveUpExcess } from "./give-up-excess";
import { listDeliveries } from "./read-deliveries";
import { replayFailed } from "./replay";

const hear = (ctx: Context) =>
  createEndpoint(ctx, { url: "https://example.com/hooks", description: "", types: [] });
const say = (ctx: Context, allocation: string) =>
  inAccount(ctx.accountId, (tx) =>
    announce(tx, ctx.accountId, "balance.exhausted", { unit: "credit", balance: "0", allocation }),
  );
const statuses = async (ctx: Context, endpointId: string) =>
  (await listDeliveries(ctx, { endpointId })).rows.map(({ status }) => status);

it("of what waits for one endpoint the oldest is given up beyond a bound, and can be sent again", async () => {
  const [ctx, other] = [await testAccount(), await testAccount()];
  const [crowded, own, third] = [await hear(ctx), await hear(other), await hear(other)];
  for (const no of ["1", "2", "3", "4", "5"]) await say(ctx, no);
  for (const no of ["1", "2", "3"]) await say(other, no);
  expect(await giveUpExcess(3)).toBe(2);
  expect(await giveUpExcess(3)).toBe(0);
  expect(await statuses(ctx, crowded.id)).toEqual(["pending", "pending", "pending", "failed", "failed"]);
  for (const { id } of [own, third])
    expect(await statuses(other, id)).toEqual(["pending", "pending", "pending"]);
  expect(await replayFailed(ctx, crowded.id)).toBe(2);
});
