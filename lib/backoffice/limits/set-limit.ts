import { prisma } from "@/lib/db/client";
import type { Nano } from "@/lib/values/money";
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
  const user = await prisma().user.findFirst({ where: { email, isOperator: true }, select: { id: true } });
  if (!user)
    throw new Refusal("not_found", `${email} is no operator. Make them one with \`ecu set-operator\`.`);
  const data = { ...limit, setBy, setAt: new Date() };
  await prisma().operatorLimit.upsert({
    where: { operatorId: user.id },
    create: { operatorId: user.id, ...data },
    update: data,
  });
}
