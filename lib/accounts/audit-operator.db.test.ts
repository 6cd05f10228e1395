import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { audit } from "./audit";
import { auditOperator } from "./audit-operator";
import { contextOfOperator } from "./operator";
import { setOperator } from "./person";

it("what an operator does to an account stands in the account's log and in the operators'", async () => {
  const { operator } = await testOperator();
  const { accountId } = await testPerson();
  await inAccount(accountId, (tx) =>
    audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: "plan.changed", subjectType: "plan", subjectId: "x", details: { name: "Pro" } },
    }),
  );
  const theirs = { where: { accountId, action: "plan.changed" } };
  expect(await prisma().operatorAuditEntry.findMany(theirs)).toMatchObject([
    {
      operatorId: operator.actor.userId,
      operatorEmail: operator.actor.email,
      target: "plan:x",
      details: { name: "Pro" },
      requestId: "req_test",
    },
  ]);
  expect(await inAccount(accountId, (tx) => tx.auditEntry.findMany(theirs))).toMatchObject([
    { actorKind: "operator", actorName: operator.actor.email },
  ]);
});

it("what a member does stands in the account's log alone", async () => {
  const { ctx, accountId } = await testPerson();
  await inAccount(accountId, (tx) => audit(tx, ctx, { action: "account.renamed" }));
  expect(await prisma().operatorAuditEntry.count({ where: { accountId } })).toBe(0);
});

it("the log of a deed that failed is not there", async () => {
  const { operator } = await testOperator();
  const target = `thing:${newId()}`;
  const fails = prisma().$transaction(async (tx) => {
    await auditOperator(tx, operator, { action: "thing.done", target });
    throw new Error("no");
  });
  await expect(fails).rejects.toThrow("no");
  expect(await prisma().operatorAuditEntry.count({ where: { target } })).toBe(0);
});

it("is append-only, names a person that exists, and a deed in words", async () => {
  const { operator } = await testOperator();
  const target = `thing:${newId()}`;
  await auditOperator(prisma(), operator, { action: "thing.done", target });
  await expect(
    prisma().operatorAuditEntry.updateMany({ where: { target }, data: { action: "thing.undone" } }),
  ).rejects.toThrow(/permission denied|never change/);
  await expect(prisma().operatorAuditEntry.deleteMany({ where: { target } })).rejects.toThrow(
    /permission denied|never change/,
  );
  await expect(prisma().$executeRawUnsafe("TRUNCATE operator_audit")).rejects.toThrow(
    /permission denied|never change/,
  );
  await expect(auditOperator(prisma(), operator, { action: "Nonsense", target })).rejects.toThrow();
  const nobody = { ...operator, actor: { ...operator.actor, userId: newId() } };
  await expect(auditOperator(prisma(), nobody, { action: "thing.done", target })).rejects.toThrow();
});

it("who is made an operator on the command line stands there, once for each change", async () => {
  const { person } = await testPerson();
  for (const isOperator of [true, true, false]) await setOperator(person.email, isOperator);
  await expect(setOperator(`${newId()}@example.com`, true)).rejects.toMatchObject({ code: "not_found" });
  const where = { target: `user:${person.userId}` };
  const common = { operatorId: null, operatorEmail: "command line", details: { email: person.email } };
  expect(await prisma().operatorAuditEntry.findMany({ where, orderBy: { id: "asc" } })).toMatchObject([
    { ...common, action: "operator.made" },
    { ...common, action: "operator.revoked" },
  ]);
});

it("names nobody for what the command line alone does without a person", async () => {
  const data = { id: newId(), operatorId: null, action: "thing.done" };
  await expect(
    prisma().operatorAuditEntry.create({ data: { ...data, operatorEmail: "ada@example.com" } }),
  ).rejects.toThrow(/operator_audit_names_who_did_it/);
});
