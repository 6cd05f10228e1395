import { expect, it } from "vitest";
import { contextOfOperator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { fileAnswer } from "./file-answer";

it("that an operator saved a file stands in the account's log and in the operators', and a member's own in neither", async () => {
  const { operator } = await testOperator();
  const { accountId, ctx } = await testPerson();
  const file = { name: "usage.csv", type: "text/csv" };
  const where = { accountId, action: "file.read" };
  await fileAnswer(ctx, file, () => "a\n");
  expect(await prisma().operatorAuditEntry.count({ where })).toBe(0);
  await fileAnswer(contextOfOperator(operator, accountId), file, () => "a\n");
  const deed = [{ details: { name: "usage.csv" } }];
  expect(await prisma().operatorAuditEntry.findMany({ where })).toMatchObject(deed);
  expect(await inAccount(accountId, (tx) => tx.auditEntry.findMany({ where }))).toMatchObject(deed);
});
