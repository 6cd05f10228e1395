import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { announce } from "./announce";
import { createEndpoint } from "./create-endpoint";
import { exportDeliveries } from "./export-deliveries";
import { listDeliveries, requireCursor } from "./read-deliveries";

it("exports the log of one endpoint in its order, under its filter", async () => {
  const ctx = await testAccount();
  const endpoint = (path: string) =>
    createEndpoint(ctx, { url: `https://example.com/${path}`, description: "", types: [] });
  const { id: endpointId } = await endpoint("one");
  await endpoint("two");
  for (let count = 0; count < 3; count++)
    await inAccount(ctx.accountId, (tx) =>
      announce(tx, ctx.accountId, "balance.exhausted", { unit: "credit", balance: "0", allocation: "10" }),
    );
  const read = async (filter: Parameters<typeof exportDeliveries>[1]) =>
    (await new Response(exportDeliveries(ctx, filter)).text()).trimEnd().split("\n");
  const [header, ...lines] = await read({ endpointId });
  expect(header).toBe(
    "type,status,last_status,last_error,attempts,occurred_at,next_at,ended_at,webhook_id,id",
  );
  const { rows } = await listDeliveries(ctx, { endpointId });
  expect(lines).toHaveLength(3);
  expect(lines.map((line) => line.split(",").at(-1))).toEqual(rows.map(({ id }) => id));
  expect(lines[0]).toMatch(/^balance\.exhausted,pending,,,0,/);
  expect(await read({ endpointId, status: "delivered" })).toEqual([header]);
});

it("goes on behind a delivery of this endpoint alone", async () => {
  const ctx = await testAccount();
  const endpoint = (path: string) =>
    createEndpoint(ctx, { url: `https://example.com/${path}`, description: "", types: [] });
  const [one, two] = [await endpoint("one"), await endpoint("two")];
  await inAccount(ctx.accountId, (tx) =>
    announce(tx, ctx.accountId, "balance.exhausted", { unit: "credit", balance: "0", allocation: "10" }),
  );
  const [delivery] = (await listDeliveries(ctx, { endpointId: one.id })).rows;
  const id = delivery?.id ?? "";
  await requireCursor(ctx, one.id, id);
  for (const [owner, endpointId, before] of [
    [ctx, two.id, id],
    [ctx, one.id, newId()],
    [await testAccount(), one.id, id],
  ] as const)
    await expect(requireCursor(owner, endpointId, before)).rejects.toMatchObject({
      code: "invalid_request",
      faults: [{ field: "before" }],
    });
});
