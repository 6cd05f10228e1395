import { expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { TRANSACTION_TYPES } from "@/lib/ledger/types";
import { accountWith, balanceOf, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { postTransaction } from "./post-transaction";
import { NewTransaction } from "./schema-ledger";

const platform = (ctx: Context, isPlatform = true): Context => ({
  ...ctx,
  actor: { kind: "key", keyId: newId(), name: "Platform", platform: isPlatform },
});
const send = (ctx: Context, body: object, key: string | null = newId()) =>
  postTransaction(
    platform(ctx),
    NewTransaction.parse({ description: "Moved from the old system", ...body }),
    key,
  );

it("posts each type with the sign that is its own, and refuses the other by naming the amount", async () => {
  const plus = new Set([
    "topup",
    "auto_recharge",
    "bonus",
    "contract_grant",
    "bonus_grant",
    "refund",
    "dispute",
    "admin_correction",
  ]);
  const minus = new Set([
    "spend",
    "gpu_usage",
    "storage_billing",
    "expiry",
    "refund",
    "dispute",
    "admin_correction",
  ]);
  const ctx = await accountWith("100");
  for (const type of TRANSACTION_TYPES) {
    for (const [amount, fits] of [
      ["1.5", plus.has(type)],
      ["-1.5", minus.has(type)],
    ] as const) {
      const posted = send(ctx, { type, amount });
      if (fits) expect(await posted).toMatchObject({ type, amount });
      else
        await expect(posted).rejects.toMatchObject({
          code: "invalid_request",
          faults: [{ field: "amount" }],
        });
    }
  }
});

it("leaves the references of operators to operators: nightly verification would look for what they decided", async () => {
  const ctx = await testAccount();
  for (const ref_type of ["correction", "grant", "re_rate"])
    await expect(
      send(ctx, { type: "admin_correction", amount: "1", ref_type, ref_id: "1" }),
    ).rejects.toMatchObject({ faults: [{ field: "ref_type" }] });
  await send(ctx, { type: "admin_correction", amount: "1", ref_type: "ticket", ref_id: "1" });
});

it("posts once for a key, and refuses the key for anything else", async () => {
  const ctx = await testAccount();
  const body = {
    type: "contract_grant",
    amount: "100",
    ref_type: "contract",
    ref_id: "2026-17",
    expires_at: "2999-01-01T00:00:00Z",
  };
  const first = await send(ctx, body, "k");
  expect(await send(ctx, body, "k")).toEqual(first);
  await expect(send(ctx, { ...body, amount: "101" }, "k")).rejects.toMatchObject({
    code: "idempotency_mismatch",
  });
  await expect(send(ctx, body, null)).rejects.toMatchObject({ faults: [{ field: "Idempotency-Key" }] });
  expect((await balanceOf(ctx)).balance).toBe(100_000_000_000n);
  const audited = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ action: string; actor_name: string }>(
      "SELECT action, actor_name FROM audit_log WHERE account_id = $1 AND action = 'transaction.posted'",
      [ctx.accountId],
    ),
  );
  expect(audited).toEqual([{ action: "transaction.posted", actor_name: "Platform" }]);
});

it("is for platform keys only", async () => {
  const ctx = await testAccount();
  const body = NewTransaction.parse({ type: "bonus", amount: "1", description: "x" });
  await expect(postTransaction(platform(ctx, false), body, "k")).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    postTransaction({ ...platform(ctx), permissions: new Set(["usage:write"]) }, body, "k"),
  ).rejects.toMatchObject({ code: "forbidden" });
});

it("refuses what no row can carry, naming the field", async () => {
  const ctx = await testAccount();
  for (const [body, field] of [
    [{ type: "spend", amount: "-1", expires_at: "2999-01-01T00:00:00Z" }, "expires_at"],
    [{ type: "bonus", amount: "1", expires_at: "2001-01-01T00:00:00Z" }, "expires_at"],
  ] as const) {
    await expect(send(ctx, body)).rejects.toMatchObject({ faults: [{ field }] });
  }
  for (const [body, field] of [
    [{ type: "bonus", amount: "0" }, "amount"],
    [{ type: "bonus", amount: "1e3" }, "amount"],
    [{ type: "bonus", amount: "9223372036.9" }, "amount"],
    [{ type: "bonus", amount: "1.5", unit: "tool_run" }, "amount"],
    [{ type: "gift", amount: "1" }, "type"],
    [{ type: "bonus", amount: "1", ref_type: "contract" }, "ref_id"],
    [{ type: "bonus", amount: "1", description: "" }, "description"],
    [{ type: "bonus", amount: "1", description: "a\u202eb" }, "description"],
  ] as const) {
    expect(
      NewTransaction.safeParse({ description: "x", ...body }).error?.issues[0]?.path,
      JSON.stringify(body),
    ).toEqual([field]);
  }
});

it("refuses what would take a balance out of the range that the ledger holds", async () => {
  const ctx = await testAccount();
  await send(ctx, { type: "bonus", amount: "9000000000" });
  await expect(send(ctx, { type: "bonus", amount: "9000000000" })).rejects.toMatchObject({
    code: "out_of_range",
    status: 422,
  });
  expect((await balanceOf(ctx)).balance).toBe(9_000_000_000_000_000_000n);
});

it("gives a repeated grant its first answer, also after the grant's time is over", async () => {
  const ctx = await testAccount();
  const soon = new Date(Date.now() + 400).toISOString();
  const body = { type: "bonus", amount: "3", expires_at: soon };
  const first = await send(ctx, body, "late");
  while (Date.now() <= Date.parse(soon)) await balanceOf(ctx);
  expect(await send(ctx, body, "late")).toEqual(first);
  await expect(send(ctx, body, "another")).rejects.toMatchObject({ code: "invalid_request" });
});
