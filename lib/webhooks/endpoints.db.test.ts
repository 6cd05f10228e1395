import { expect, it } from "vitest";
import { countTry, LIMITS } from "@/lib/accounts/limits";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { listAllDeliveries } from "@/lib/backoffice/webhooks/deliveries";
import { testOperator } from "@/lib/testing/operators";
import { testAccount } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import type { Context, Permission } from "@/lib/values/context";
import { changeEndpoint, deleteEndpoint } from "./change-endpoint";
import { createEndpoint } from "./create-endpoint";
import { listDeliveries, readDelivery } from "./read-deliveries";
import { listEndpoints, readEndpoint } from "./read-endpoints";
import { sendTest } from "./replay";
import { withoutPath } from "./rules/shown-url";
import { tellEnded } from "./tell-ended";

const URL_OF_HOOK = "https://hooks.example.com/services/T1/B2/a-secret-path";
const hear = (ctx: Context, url = URL_OF_HOOK) => createEndpoint(ctx, { url, description: "", types: [] });
const only = (ctx: Context, ...permissions: Permission[]): Context => ({
  ...ctx,
  permissions: new Set(permissions),
});

it("shows where messages go to whoever may not change it, and the whole address to nobody else", async () => {
  const ctx = await testAccount();
  const { id } = await hear(ctx);
  expect(await readEndpoint(only(ctx, "account:read", "webhooks:write"), id)).toMatchObject({
    url: URL_OF_HOOK,
  });
  const reader = only(ctx, "account:read", "ledger:read");
  expect(await readEndpoint(reader, id)).toMatchObject({ url: "https://hooks.example.com/…" });
  await sendTest(ctx, id);
  const { operator } = await testOperator();
  const { rows: operators } = await listAllDeliveries(operator, { accountId: ctx.accountId });
  const seen = [...(await listEndpoints(reader)), ...(await listDeliveries(reader, {})).rows, ...operators];
  expect(seen).toHaveLength(3);
  for (const { url } of seen) expect(url).toBe("https://hooks.example.com/…");
  expect(withoutPath("https://example.com/")).toBe("https://example.com/");
  expect(withoutPath("https://example.com/?token=1")).toBe("https://example.com/…");
});

it("says in the audit log where messages go, and keeps what of it may be secret", async () => {
  const ctx = await testAccount();
  const { id } = await hear(ctx);
  await changeEndpoint(ctx, id, { url: `${URL_OF_HOOK}/2`, is_enabled: false });
  await deleteEndpoint(ctx, id);
  const { accountId } = ctx;
  const log = await inAccount(accountId, (tx) => tx.auditEntry.findMany({ where: { accountId } }));
  expect(log.map(({ details }) => details)).toEqual([
    { url: "https://hooks.example.com/…", types: [] },
    { url: "https://hooks.example.com/…", isEnabled: false },
    { url: "https://hooks.example.com/…" },
  ]);
});

it("shows what was sent to whoever may read the ledger, and not with the account's name alone", async () => {
  const ctx = await testAccount();
  const { id } = await hear(ctx);
  const delivery = await sendTest(ctx, id);
  const narrow = only(ctx, "account:read");
  await expect(listDeliveries(narrow, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(readDelivery(narrow, delivery)).rejects.toMatchObject({ code: "forbidden" });
  for (const scope of ["ledger:read", "webhooks:write"] as const)
    expect((await readDelivery(only(ctx, scope), delivery)).body).toContain("webhook.test");
});

it("an account has twenty endpoints, also when it asks for all of them at once", async () => {
  const ctx = await testAccount();
  const made = await Promise.allSettled(Array.from({ length: 26 }, () => hear(ctx)));
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  expect(await listEndpoints(ctx)).toHaveLength(20);
});

it("is tested sixty times an hour, by whatever endpoint", async () => {
  const ctx = await testAccount();
  const [one, two] = [await hear(ctx), await hear(ctx)];
  for (let time = 0; time < 58; time += 1) await countTry(LIMITS.webhookTests, ctx.accountId);
  await sendTest(ctx, one.id);
  await sendTest(ctx, two.id);
  await expect(sendTest(ctx, one.id)).rejects.toMatchObject({ code: "rate_limited" });
});

it("that was switched off again and again is told of once a day", async () => {
  const { ctx, person } = await testPerson();
  const { accountId } = ctx;
  const { id } = await hear(ctx);
  for (const failingSince of ["2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", "2026-11-21T10:00:00Z"]) {
    await inAccount(accountId, (tx) =>
      tx.webhookEndpoint.updateMany({
        where: { accountId, id },
        data: { isEnabled: false, endedBecause: "gone", failingSince: new Date(failingSince) },
      }),
    );
    await tellEnded(accountId, id);
  }
  const mails = { recipient: person.email, template: "webhook-ended" };
  expect(await prisma().email.count({ where: mails })).toBe(2);
});
