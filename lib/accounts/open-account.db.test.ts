import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { balanceOf } from "@/lib/testing/accounts";
import { testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { systemContext } from "@/lib/values/context";
import { leaveAccount } from "./members";
import { openAccount } from "./open-account";

const creditOf = async (accountId: string) => (await balanceOf(systemContext(accountId, "test"))).balance;

it("gives no second starter pack to who hands their account over, leaves it and opens the next", async () => {
  const { person, accountId, ctx } = await testPerson();
  await testMember(accountId, "owner");
  await leaveAccount(ctx);
  const next = await openAccount({ ...person, memberships: [] }, { name: "Next" }, "req_test");
  expect(await creditOf(next)).toBe(0n);
});

it("gives one starter pack to who opens their first two accounts at once", async () => {
  const { person } = await testPerson();
  const userId = newId();
  const email = `${userId}@example.com`;
  await prisma().user.create({ data: { id: userId, email, name: "Bo" } });
  const fresh = { ...person, userId, email, name: "Bo", memberships: [] };
  const ids = await Promise.all([1, 2].map(() => openAccount(fresh, { name: "First" }, "req_test")));
  const credits = await Promise.all(ids.map(creditOf));
  expect(credits.filter((credit) => credit > 0n)).toHaveLength(1);
});

it("opens no accounts without end for one person", async () => {
  const { person } = await testPerson();
  const open = () => openAccount(person, { name: "Another" }, "req_test");
  for (let opened = 0; opened < 20; opened += 1) await open();
  await expect(open()).rejects.toMatchObject({ code: "rate_limited" });
});
