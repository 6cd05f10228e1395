import { beforeAll, expect, it } from "vitest";
import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { accountWith } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { testMember } from "@/lib/testing/people";
import { versionFor } from "@/lib/testing/re-rates";
import { newId } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { tellCustomer } from "../tell";
import type { CustomerTelling } from "../tell-later";
import { approveReRate } from "./approve";
import { postShare } from "./post-share";
import { previewReRate } from "./preview";
import { proposeReRate } from "./propose";
import { readReRate } from "./read";

let ada: Operator;
let bob: Operator;
beforeAll(async () => {
  await ensureDefaultRateCard();
  ada = (await testOperator()).operator;
  bob = (await testOperator()).operator;
});

it("tells of each wallet once, also when the mail of the first is written before the second is posted", async () => {
  const ctx = await accountWith("100");
  const { accountId } = ctx;
  await inAccount(accountId, (tx) =>
    grantCredit(tx, {
      ...{ accountId, unit: "tool_run", type: "bonus", amount: nano(100n), source: "system" },
      ...{ description: "Runs", idempotencyKey: newId() },
    }),
  );
  const { person } = await testMember(accountId, "owner");
  await recordUsage(ctx, [
    { id: "judged", feature: "judge_run", quantities: { run: "100" } },
    { id: "ran", feature: "tool_run", quantities: { run: "10" } },
  ]);
  const version = await versionFor(ada, accountId, { judge_run: "0.004", tool_run: "2" });
  const today = utcDay(new Date());
  const asked = { requestKey: newId(), reason: "Agreed", version, accountId, from: today, to: today };
  const id = await proposeReRate(ada, asked);
  await previewReRate(id);
  await approveReRate(bob, { id, digest: (await readReRate(bob, id)).digest });
  await postShare(id, accountId);
  const where = { accountId, task: "backoffice.tell" };
  const tasks = await inAccount(accountId, (tx) => tx.outbox.findMany({ where, orderBy: { id: "asc" } }));
  expect(new Set(tasks.map(({ jobKey }) => jobKey)).size).toBe(2);
  for (const { payload } of [...tasks, ...tasks]) await tellCustomer(payload as unknown as CustomerTelling);
  const mails = await prisma().email.findMany({ where: { accountId, recipient: person.email } });
  const told = mails.map(
    ({ plain }) => /In all, [\d.]+ (ECU|tool runs) were [a-z ]+, for [^.]+/.exec(plain)?.[0],
  );
  expect(told.toSorted()).toEqual([
    "In all, 0.6 ECU were given back, for 1 call",
    "In all, 10 tool runs were charged in addition, for 1 call",
  ]);
});
