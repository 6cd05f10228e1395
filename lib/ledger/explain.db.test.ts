import { expect, it } from "vitest";
import { accountWith, spend, testAccount } from "@/lib/testing/accounts";
import { transactionId, type Unit, UNITS } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { explainTransaction } from "./explain";
import { grantPosting } from "./grant-credit";
import { post } from "./post";

it("shows the rows around the one that is explained, of something that has more than anybody reads", async () => {
  const ctx = await accountWith("1000");
  const ref = { refType: "instance", refId: "132", type: "gpu_usage" } as const;
  await post(
    Array.from({ length: 260 }, (_, index) => {
      const posting = spend(ctx, "1", `row ${index}`);
      return { ...posting, entries: posting.entries.map((entry) => ({ ...entry, ...ref })) };
    }),
  );
  const around = async (seq: bigint) => {
    const id = transactionId({ accountId: ctx.accountId, unit: "credit", seq });
    const { timeline } = await explainTransaction(ctx, id);
    const place = timeline.findIndex((row) => row.id === id);
    return [place, timeline.length - place - 1];
  };
  expect(await around(2n)).toEqual([0, 50]);
  expect(await around(200n)).toEqual([149, 50]);
  expect(await around(261n)).toEqual([149, 0]);
});

it("shows each row of something that moved both wallets, also where both have the same number", async () => {
  const ctx = await testAccount();
  const granted = (unit: Unit, amount: bigint) =>
    grantPosting({
      ...{ accountId: ctx.accountId, unit, type: "contract_grant", amount: nano(amount), source: "system" },
      ...{ description: "Contract", refType: "contract", refId: "12", idempotencyKey: `contract ${unit}` },
    });
  await post([granted("credit", 5n), granted("tool_run", 7n)]);
  for (const unit of UNITS) {
    const id = transactionId({ accountId: ctx.accountId, unit, seq: 1n });
    const { timeline } = await explainTransaction(ctx, id);
    expect(Object.fromEntries(timeline.map((row) => [row.unit, row.amount]))).toEqual({
      credit: "0.000000005",
      tool_run: "7",
    });
  }
});
