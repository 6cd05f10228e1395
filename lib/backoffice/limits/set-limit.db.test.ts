import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { parseCredits } from "@/lib/values/money";
import { setOperatorLimit } from "./set-limit";

it("that an operator may move more stands in the operators' log, with how much", async () => {
  const { operator } = await testOperator();
  const { userId, email } = operator.actor;
  await setOperatorLimit(email, { credits: parseCredits("10.5"), toolRuns: 5n }, "command line");
  const deeds = { where: { target: `user:${userId}`, action: "operator.limit_set" } };
  expect(await prisma().operatorAuditEntry.findMany(deeds)).toMatchObject([
    { operatorEmail: "command line", details: { email, credits: "10.5", tool_runs: "5" } },
  ]);
  const { person } = await testPerson();
  const limit = { credits: parseCredits("1"), toolRuns: 1n };
  await expect(setOperatorLimit(person.email, limit, "command line")).rejects.toMatchObject({
    code: "not_found",
  });
});
