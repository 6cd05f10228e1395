import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { prisma } from "@/lib/db/client";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { newId, transactionId } from "@/lib/values/ids";
import { accountMeant, findAccounts } from "./find-accounts";
import { listAccounts } from "./list-accounts";
import { contextOfCustomer, readCustomer, readCustomerGrants, readTerms } from "./read-customer";
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

it("an account to choose is found by the same, names that begin with it first, with what is left in it", async () => {
  const begins = await testAccount("Zebra Works");
  const { accountId, person } = await testPerson();
  const holds = await testAccount("The other zebra");
  const offered = async (text: string) => (await findAccounts(operator, text)).map(({ id }) => id);
  expect(await offered("zebra")).toEqual([begins.accountId, holds.accountId]);
  for (const text of [accountId, person.email, transactionId({ accountId, unit: "tool_run", seq: 1n })])
    expect(await offered(text)).toEqual([accountId]);
  expect((await offered("")).slice(0, 3)).toEqual([holds.accountId, accountId, begins.accountId]);
  const { accountId: rich } = await accountWith("12.5");
  expect(await findAccounts(operator, rich)).toMatchObject([{ id: rich, status: "active", balance: "12.5" }]);
  expect((await offered("")).length).toBeLessThanOrEqual(8);
});

it("a link means an account by its id, or by a text that finds no other", async () => {
  const one = await testAccount("Narwhal");
  const meant = async (text: string | undefined) => (await accountMeant(operator, text))?.id ?? null;
  expect(await meant(one.accountId)).toBe(one.accountId);
  expect(await meant("narwhal")).toBe(one.accountId);
  await testAccount("Narwhal Two");
  for (const nobody of ["narwhal", newId(), "nobody is called this", undefined])
    expect(await meant(nobody)).toBeNull();
});

it("accounts are listed newest first, page by page, each once", async () => {
  for (let count = 0; count < 55; count++) await testAccount(`Paged ${count}`);
  const first = await listAccounts(operator, { text: "paged" });
  const rest = await listAccounts(operator, { text: "paged", before: first.next ?? "" });
  const names = [...first.rows, ...rest.rows].map(({ name }) => name);
  expect(names).toEqual(Array.from({ length: 55 }, (_, index) => `Paged ${54 - index}`));
  expect(rest.next).toBeNull();
});

it("one account shows its balance, its grants, and what was agreed with it", async () => {
  const { accountId } = await accountWith("12.5");
  await setPlan(operator, { accountId, name: "Scale", note: "Invoice in January" });
  await setPlan(operator, { accountId, name: "Scale 2", note: "" });
  expect(await readCustomer(operator, accountId)).toMatchObject({ wallet: { balance: "12.5" } });
  const ctx = await contextOfCustomer(operator, accountId);
  expect(await readCustomerGrants(ctx)).toMatchObject({ credit: [{ left: "12.5" }] });
  expect(await readTerms(operator, accountId)).toMatchObject({
    plan: { name: "Scale 2", note: "", setBy: operator.actor.email },
    policy: { low_limit: "0", negative_limit: "0" },
    prices: { version: null, drafts: [] },
  });
  for (const nobody of [newId(), "not-an-id"])
    for (const read of [readCustomer, contextOfCustomer, readTerms])
      await expect(read(operator, nobody)).rejects.toMatchObject({ code: "not_found" });
  await expect(setPlan(operator, { accountId: newId(), name: "x", note: "" })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("an account's own prices are shown however many others were written since", async () => {
  const [{ accountId }, other] = [await testAccount(), await testAccount()];
  const by = { createdBy: "test", updatedBy: "test" };
  const card = { validFrom: new Date("2026-01-01"), creditValue: 100_000_000_000n, createdBy: "test" };
  const { version } = await prisma().rateCard.create({ data: { ...card, accountId } });
  const draft = await prisma().rateCardDraft.create({
    data: { ...by, id: newId(), accountId, name: "Next year", entries: [] },
  });
  const accountIds = Array.from({ length: 201 }, () => other.accountId);
  await prisma().rateCard.createMany({ data: accountIds.map((accountId) => ({ ...card, accountId })) });
  await prisma().rateCardDraft.createMany({
    data: accountIds.map((accountId) => ({ ...by, id: newId(), accountId, name: "Another's", entries: [] })),
  });
  const { prices } = await readTerms(operator, accountId);
  expect(prices).toMatchObject({ version, general: 1, drafts: [{ id: draft.id, name: "Next year" }] });
});
