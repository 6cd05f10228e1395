import { beforeAll, expect, it } from "vitest";
import { createKey } from "@/lib/accounts/keys";
import { createTeam } from "@/lib/accounts/teams";
import { registerResource } from "@/lib/deployments/register-resource";
import { openHold } from "@/lib/ledger/holds";
import { listTransactions } from "@/lib/ledger/list";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { testMember, testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { find } from "./find";

beforeAll(() => ensureDefaultRateCard());

const all = (ctx: Context): Context => ({ ...ctx, permissions: new Set(PERMISSIONS) });

it("a pasted id leads to its thing, and to the row that explains it", async () => {
  const { ctx } = await testPerson();
  await recordUsage(all(ctx), [{ id: "call-17", model: "gpt-4o", cost_usd: "0.01" }]);
  const { rows } = await listTransactions(ctx, {}, { limit: 1 });
  const row = rows[0]?.id ?? "";
  expect(await find(ctx, row)).toEqual([
    expect.objectContaining({ kind: "transaction", id: row, transaction: row }),
  ]);
  expect(await find(ctx, "call-17")).toEqual([
    expect.objectContaining({ kind: "usage_event", id: "call-17", transaction: row }),
  ]);
  const { hold } = await openHold(ctx, {
    amount: parseCredits("5"),
    description: "A long job",
    idempotencyKey: newId(),
    unit: "credit",
    expiresAt: null,
  });
  expect(await find(ctx, hold.id)).toEqual([
    expect.objectContaining({ kind: "hold", title: "A long job", note: "open", transaction: null }),
  ]);
});

it("names are found by any part of them, with what is no pattern taken literally", async () => {
  const { ctx, accountId } = await testPerson();
  await registerResource(all(ctx), "model", "m-1", { name: "100% reader" });
  await registerResource(all(ctx), "model", "m-2", { name: "1000 readers" });
  await createTeam(ctx, { name: "Readers", slug: "readers" });
  const { person } = await testMember(accountId, "member");
  expect((await find(ctx, "READER")).map(({ title }) => title)).toEqual([
    "100% reader",
    "1000 readers",
    "Readers",
  ]);
  expect((await find(ctx, "100%")).map(({ id }) => id)).toEqual(["m-1"]);
  expect(await find(ctx, person.email)).toEqual([
    expect.objectContaining({ kind: "member", note: person.email }),
  ]);
});

it("shows nobody what their role may not see, and nothing of another account", async () => {
  const { ctx, accountId } = await testPerson();
  await createKey(ctx, { name: "nightly", scopes: ["usage:write"] });
  expect(await find(ctx, "nightly")).toHaveLength(1);
  const billing = await testMember(accountId, "billing");
  expect(await find(billing.ctx, "nightly")).toEqual([]);
  await recordUsage(all(ctx), [{ id: "call-17", model: "gpt-4o", cost_usd: "0.01" }]);
  expect(await find(ctx, "call-17")).toHaveLength(1);
  expect(await find({ ...ctx, permissions: new Set(["ledger:read"]) }, "call-17")).toEqual([]);
  const { rows } = await listTransactions(ctx, {}, { limit: 1 });
  const stranger = await testPerson();
  for (const text of [rows[0]?.id ?? "", "nightly", accountId, billing.person.email])
    expect(await find(stranger.ctx, text)).toEqual([]);
});
