import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { newId, transactionId } from "@/lib/values/ids";
import { listAccounts } from "./list-accounts";
import { readCustomer } from "./read-customer";
import { setPlan } from "./set-plan";

let operator: Awaited<ReturnType<typeof testOperator>>["operator"];
beforeAll(async () => {
  await ensureDefaultRateCard();
  operator = (await testOperator()).operator;
});

const found = async (text: string) => (await listAccounts(operator, { text })).rows.map(({ id }) => id);

it("an account is found by its name, its id, a member's address, and a transaction of it", async () => {
  const { accountId, person } = await testPerson();
  const named = await testAccount("Blue_Whale 100% Studios");
  expect(await found("blue_whale")).toEqual([named.accountId]);
  expect(await found("100%")).toEqual([named.accountId]);
  expect(await found("blueXwhale")).toEqual([]);
  expect(await found(accountId)).toEqual([accountId]);
  expect(await found(person.email.toUpperCase())).toEqual([accountId]);
  expect(await found(transactionId({ accountId, unit: "credit", seq: 1n }))).toEqual([accountId]);
});

it("accounts are listed newest first, page by page, each once", async () => {
  for (let count = 0; count < 55; count++) await testAccount(`Paged ${count}`);
  const first = await listAccounts(operator, { text: "paged" });
  const rest = await listAccounts(operator, { text: "paged", before: first.next ?? "" });
  const names = [...first.rows, ...rest.rows].map(({ name }) => name);
  expect(names).toEqual(Array.from({ length: 55 }, (_, index) => `Paged ${54 - index}`));
  expect(rest.next).toBeNull();
});

it("one account shows its balance, grants, plan, people and limits", async () => {
  const { accountId } = await accountWith("12.5");
  await setPlan(operator, { accountId, name: "Scale", note: "Invoice in January" });
  await setPlan(operator, { accountId, name: "Scale 2", note: "" });
  expect(await readCustomer(operator, accountId)).toMatchObject({
    wallet: { balance: "12.5" },
    plan: { name: "Scale 2", note: "", setBy: operator.actor.email },
    grants: { credit: [{ left: "12.5" }] },
    policy: { low_limit: "0", negative_limit: "0" },
    prices: { version: null, drafts: [] },
  });
  await expect(readCustomer(operator, newId())).rejects.toMatchObject({ code: "not_found" });
  await expect(setPlan(operator, { accountId: newId(), name: "x", note: "" })).rejects.toMatchObject({
    code: "not_found",
  });
});
