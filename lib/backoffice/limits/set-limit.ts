import { auditOperator } from "@/lib/accounts/audit-operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { formatCredits, type Nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";

/**
 * Gives an operator a limit of their own for a UTC day. For the command line: no operator raises their own.
 * @throws Refusal `not_found` for an address of no operator
 */
export async function setOperatorLimit(
  email: string,
  limit: { credits: Nano; toolRuns: bigint },
  setBy: string,
): Promise<void> {
  // Operators belong to no account.
  await acrossAccounts(async (tx) => {
    const user = await tx.user.findFirst({ where: { email, isOperator: true }, select: { id: true } });
    if (!user)
      throw new Refusal("not_found", `${email} is no operator. Make them one with \`ecu set-operator\`.`);
    const operatorId = user.id;
    const data = { ...limit, setBy, setAt: new Date() };
    await tx.operatorLimit.upsert({
      where: { operatorId },
      create: { operatorId, ...data },
      update: data,
    });
    await auditOperator(tx, null, {
      ...{ action: "operator.limit_set", target: `user:${operatorId}` },
      details: { email, credits: formatCredits(limit.credits), tool_runs: String(limit.toolRuns) },
    });
  });
}
