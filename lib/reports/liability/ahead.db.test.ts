import { beforeAll, expect, it } from "vitest";
import { sweepDeployments } from "@/lib/deployments/sweep";
import { inAccount } from "@/lib/db/transaction";
import { accountSince, postAt } from "@/lib/testing/accounts";
import { after, ensureDefaultRateCard, start } from "@/lib/testing/deployments";
import { readCsv } from "@/lib/testing/read-csv";
import { newId } from "@/lib/values/ids";
import { parseCredits, parseScaled } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { parseUsd } from "@/lib/values/usd";
import { exportAccounts } from "./export-accounts";
import { readLiability } from "./read-liability";
import { readCreditNow } from "./read-now";
import { figuresOf } from "./rules/figures";
import { endOfMonth, monthBefore } from "./rules/months";
import { centsDeferred } from "./rules/worth";

beforeAll(() => ensureDefaultRateCard());

const current = utcDay(new Date()).slice(0, 7);
const value = parseUsd("0.1");

it("earns a cycle that is charged ahead as its time goes by, at what was paid for its credit, on both sides of a month's end", async () => {
  const month = monthBefore(current);
  const end = endOfMonth(month);
  const ctx = await accountSince(after(end, -100).toISOString());
  await postAt(ctx, after(end, -72).toISOString(), "topup", "100000");
  // Sold at half its value.
  await inAccount(ctx.accountId, async (tx) => {
    const { seq } = await tx.transaction.findFirstOrThrow({ where: { type: "topup" } });
    const at = after(end, -72);
    await tx.payment.create({
      data: {
        ...{
          accountId: ctx.accountId,
          id: `pi_${newId()}`,
          kind: "topup",
          seq,
          grantNo: 1,
          purchaseId: newId(),
        },
        ...{ chargedCents: 500_000n, netCents: 500_000n, credits: parseCredits("100000"), paidAt: at },
      },
    });
  });
  await start(ctx, { id: "a", kind: "inference", hardware: "l4" }, after(end, -6));
  await sweepDeployments();
  const { held } = await inAccount(ctx.accountId, (tx) =>
    tx.instanceCycle.findFirstOrThrow({ where: { instanceId: "a", no: 1 } }),
  );
  const { months: until, accounts } = await readLiability(month, value);
  const before = until.at(-1);
  const moment = new Date();
  const { months } = await readLiability(current, value, moment);
  const [asOpening, now] = [months.at(-2), months.at(-1)];
  if (!before || !now) throw new Error("there is no month");
  // Of 24 hours 18 were to come.
  const ahead = (held * 18n) / 24n;
  const halfPrice = 5n * 10n ** 10n;
  expect(asOpening).toEqual(before);
  expect(before.ahead).toEqual({ opening: 0n, closing: ahead });
  expect(before.worth.ahead.closing).toBe(ahead * halfPrice);
  // The list by account leads to the same.
  const own = accounts.find(({ id }) => id === ctx.accountId);
  expect(own).toMatchObject({ paid: parseCredits("100000") - held, ahead });
  expect(own?.worth).toEqual({ unused: before.worth.pools.paid.closing, ahead: ahead * halfPrice });
  const listed = readCsv(await exportAccounts(month, value)).at(-1) ?? [];
  const cents = centsDeferred(before.worth.pools.paid.closing, before.worth.ahead.closing);
  expect(parseScaled(listed.at(-1) ?? "", 2)).toBe(cents);
  expect(figuresOf(before)).toMatchObject({
    earned: held - ahead,
    deferred: parseCredits("100000") - held + ahead,
  });
  expect(figuresOf(before.worth).earned).toBe((held - ahead) * halfPrice);
  expect(now.ahead.opening).toBe(ahead);
  const used = -(now.pools.paid.moved.used + now.pools.paid.moved.returned);
  expect(figuresOf(now).earned).toBe(used + ahead - now.ahead.closing);
  const credit = await readCreditNow(value, moment);
  expect(credit.deferred).toBe(figuresOf(now).deferred);
  expect(credit.worth).toEqual({ unused: now.worth.pools.paid.closing, ahead: now.worth.ahead.closing });
});
