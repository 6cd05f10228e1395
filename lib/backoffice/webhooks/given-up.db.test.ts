import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { changeEndpoint } from "@/lib/webhooks/change-endpoint";
import { sendTest } from "@/lib/webhooks/replay";
import { readHealth } from "../health/read-health";
import { listAllDeliveries, replayAnyDelivery } from "./deliveries";

it("a message that was given up stands on the operators' first page, until it is sent again or a day is over", async () => {
  const { operator } = await testOperator();
  const check = async () => (await readHealth(operator)).checks.find(({ name }) => name === "Webhooks");
  const ctx = await testAccount();
  const { id: endpoint } = await createEndpoint(ctx, {
    ...{ url: "https://example.com/hooks", description: "", types: [] },
  });
  const delivery = await sendTest(ctx, endpoint);
  expect(await check()).toMatchObject({ state: "good" });
  const set = (data: object) =>
    inAccount(ctx.accountId, (tx) =>
      tx.webhookDelivery.update({
        where: { accountId_id: { accountId: ctx.accountId, id: delivery } },
        data,
      }),
    );
  await set({ status: "failed", attempts: 9, endedAt: new Date() });
  expect(await check()).toMatchObject({
    ...{ state: "warn", href: "/admin/webhooks?status=failed" },
    words: "1 message to customers’ systems given up within a day.",
  });
  expect((await listAllDeliveries(operator, { status: "failed" })).rows).toMatchObject([{ id: delivery }]);
  await replayAnyDelivery(operator, { id: delivery });
  expect(await check()).toMatchObject({ state: "good" });
  // Nobody sends it for so long that the sender must be at fault.
  await set({ dueAt: new Date(Date.now() - 3_600_000) });
  expect(await check()).toMatchObject({ state: "bad", words: expect.stringContaining("1 message") });
  // What a customer has switched off is not due.
  await changeEndpoint(ctx, endpoint, { is_enabled: false });
  expect(await check()).toMatchObject({ state: "good" });
  await set({ status: "failed", attempts: 9, endedAt: new Date(Date.now() - 25 * 3_600_000) });
  expect(await check()).toMatchObject({ state: "good" });
});
