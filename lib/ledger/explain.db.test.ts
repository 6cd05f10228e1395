import { expect, it } from "vitest";
import { accountWith, spend } from "@/lib/testing/accounts";
import { transactionId } from "@/lib/values/ids";
import { explainTransaction } from "./explain";
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
