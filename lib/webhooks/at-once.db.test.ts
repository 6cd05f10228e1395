import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { deleteEndpoint, rotateSecret } from "./change-endpoint";
import { createEndpoint } from "./create-endpoint";
import { sendTest } from "./replay";
import { openSecret } from "./secret";

const hear = (ctx: Context) =>
  createEndpoint(ctx, { url: "https://hooks.example.com/", description: "", types: [] });

/** Until so many wait for a lock. */
const waiting = (count: number) =>
  expect
    .poll(
      async () => {
        const [row] = await prisma().$queryRaw<{ count: bigint }[]>`
          SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return Number(row?.count);
      },
      { timeout: 5_000, interval: 20 },
    )
    .toBe(count);

it("of two new secrets at once both sign: nobody was shown one that counts for nothing", async () => {
  const ctx = await testAccount();
  const { accountId } = ctx;
  const { id } = await hear(ctx);
  let both: Promise<{ secret: string }[]> | undefined;
  await inAccount(accountId, async (tx) => {
    await sqlOf(tx).query("SELECT id FROM webhook_endpoints WHERE id = $1::uuid FOR UPDATE", [id]);
    both = Promise.all([rotateSecret(ctx, id, 24), rotateSecret(ctx, id, 24)]);
    await waiting(2);
  });
  const shown = (await both)?.map(({ secret }) => secret) ?? [];
  const row = await inAccount(accountId, (tx) => tx.webhookEndpoint.findFirstOrThrow({ where: { id } }));
  const signing = [row.secret, row.oldSecret].map(
    (sealed) => sealed && openSecret(sealed, { accountId, id }),
  );
  expect(signing.toSorted()).toEqual(shown.toSorted());
});

it("an endpoint is deleted while an attempt is written down, and neither fails", async () => {
  const ctx = await testAccount();
  const { accountId } = ctx;
  const { id } = await hear(ctx);
  const delivery = await sendTest(ctx, id);
  let deleted: Promise<unknown> | undefined;
  // As an attempt does it: the delivery first, then its endpoint.
  await inAccount(accountId, async (tx) => {
    await sqlOf(tx).query("SELECT id FROM webhook_deliveries WHERE id = $1::uuid FOR UPDATE", [delivery]);
    deleted = deleteEndpoint(ctx, id);
    deleted.catch(() => undefined);
    await waiting(1);
    await sqlOf(tx).query(
      "UPDATE webhook_endpoints SET failing_since = now() WHERE account_id = $1::uuid AND id = $2::uuid RETURNING id",
      [accountId, id],
    );
  });
  await deleted;
  const row = await inAccount(accountId, (tx) =>
    tx.webhookDelivery.findFirstOrThrow({ where: { id: delivery } }),
  );
  expect(row.status).toBe("failed");
});
