import { beforeAll, expect, it } from "vitest";
import type { Operator } from "@/lib/accounts/operator";
import { inAccount } from "@/lib/db/transaction";
import { readCreditPolicy } from "@/lib/deployments/credit-policy";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testAccount } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { readLeftToday } from "./daily-limit";
import { giveContract } from "./give-contract";
import { setOperatorLimit } from "./set-limit";
import { setLimits } from "./set-limits";

beforeAll(() => ensureDefaultRateCard());

/** Somebody who may move 100 ECU a day. */
async function operatorOf100(): Promise<Operator> {
  const { operator } = await testOperator();
  await setOperatorLimit(operator.actor.email, { credits: parseCredits("100"), toolRuns: 0n }, "test");
  return operator;
}

const contract = (accountId: string, credits: string, bonusCredits: string, requestKey = newId()) => ({
  ...{ accountId, requestKey, name: "For a friend" },
  invoices: [{ dueOn: "2030-01-01", amountUsd: "1000", credits, bonusCredits, creditExpiresOn: null }],
});
const limits = (accountId: string, negative_limit: string) => ({ accountId, low_limit: "0", negative_limit });
const contractsOf = (accountId: string) =>
  inAccount(accountId, (tx) => tx.contract.count({ where: { accountId } }));

it("a contract's credit beyond what its price buys counts against its operator's day, and past it nothing is written down", async () => {
  const operator = await operatorOf100();
  const { accountId } = await testAccount();
  // At list price a thousand dollars buy ten thousand.
  await giveContract(operator, contract(accountId, "10000", "0"));
  const signed = contract(accountId, "10000", "60");
  await giveContract(operator, signed);
  // Sent again it is the same, and counts once.
  await giveContract(operator, signed);
  await expect(giveContract(operator, contract(accountId, "1000000", "0"))).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("990000 ECU of credit beyond what the contract's price buys"),
  });
  await expect(giveContract(operator, contract(accountId, "10000", "41"))).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await contractsOf(accountId)).toBe(2);
  await giveContract(operator, contract(accountId, "10040", "0"));
  expect(await contractsOf(accountId)).toBe(3);
  // What is given leaves nothing for the rest of the day.
  await expect(setLimits(operator, limits(accountId, "-1"))).rejects.toMatchObject({ code: "forbidden" });
});

it("a lower negative limit counts by what it lends, a higher one does not, and past the day's limit it stays", async () => {
  const operator = await operatorOf100();
  const ctx = await testAccount();
  const { accountId } = ctx;
  await setLimits(operator, limits(accountId, "-60"));
  await setLimits(operator, limits(accountId, "-10"));
  await expect(setLimits(operator, limits(accountId, "-50.000000001"))).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("40.000000001 ECU of credit that a lower limit lends"),
  });
  expect(await readCreditPolicy(ctx)).toMatchObject({ negative_limit: "-10" });
  await setLimits(operator, limits(accountId, "-50"));
  expect(await readCreditPolicy(ctx)).toMatchObject({ negative_limit: "-50" });
  const nowhere = limits(newId(), "0");
  await expect(setLimits(operator, nowhere)).rejects.toMatchObject({ code: "not_found" });
});

it("an operator sees what is left of their own day, in both units, and never less than nothing", async () => {
  const operator = await operatorOf100();
  const other = await operatorOf100();
  const { accountId } = await testAccount();
  expect(await readLeftToday(operator)).toEqual({
    credit: { left: "100", limit: "100" },
    tool_run: { left: "0", limit: "0" },
  });
  await setLimits(operator, limits(accountId, "-60.5"));
  expect((await readLeftToday(operator)).credit).toEqual({ left: "39.5", limit: "100" });
  expect((await readLeftToday(other)).credit).toEqual({ left: "100", limit: "100" });
  await setOperatorLimit(operator.actor.email, { credits: parseCredits("50"), toolRuns: 0n }, "test");
  expect((await readLeftToday(operator)).credit).toEqual({ left: "0", limit: "50" });
});

it("two that are given at the same moment do not share what is left", async () => {
  const operator = await operatorOf100();
  const accounts = await Promise.all([1, 2, 3, 4].map(() => testAccount()));
  const answers = await Promise.allSettled(
    accounts.map(({ accountId }, at) =>
      at % 2 === 0
        ? setLimits(operator, limits(accountId, "-50"))
        : giveContract(operator, contract(accountId, "10000", "50")),
    ),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
});
