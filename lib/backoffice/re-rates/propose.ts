import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { rateCardOfVersion } from "@/lib/metering/rate-cards";
import { enqueue } from "@/lib/queue/enqueue";
import { invalid, notFound } from "@/lib/values/refusal";
import { addDays, startOfDay } from "@/lib/values/time";
import type { NewReRate } from "./schema";

/**
 * Proposes that past calls are priced by another version of the rate card. The worker prices them first, and nothing is posted before another
 * operator has seen every customer's difference. Returns its id, the form's key.
 * @throws Refusal `invalid_request` naming the field, `not_found` for an account that is not there
 */
export async function proposeReRate(
  operator: Operator,
  { requestKey: id, reason, version, accountId: asked, from, to }: NewReRate,
): Promise<string> {
  const now = new Date();
  const fromAt = startOfDay(from);
  if (to < from) throw invalid("to", "is before the first day");
  if (fromAt >= now) throw invalid("from", "lies in the future");
  const card = await rateCardOfVersion(version);
  if (!card) throw invalid("version", "is no version of the rate card");
  if (card.accountId !== null && asked !== null && asked !== card.accountId)
    throw invalid("version", "is another account’s own");
  const accountId = card.accountId ?? asked;
  // What happens from now on is charged by the cards in force.
  const end = startOfDay(addDays(to, 1));
  const untilAt = end < now ? end : now;
  await acrossAccounts(async (tx) => {
    if (accountId !== null && !(await tx.account.findUnique({ where: { id: accountId } })))
      throw notFound("account");
    const proposedBy = operator.actor.userId;
    const { count } = await tx.reRate.createMany({
      data: [{ id, reason, version, accountId, fromAt, untilAt, proposedBy, proposedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await auditOperator(tx, operator, {
      ...{ action: "re_rate.proposed", accountId, target: `re_rate:${id}` },
      details: { version, from, to, reason },
    });
    await enqueue(tx, {
      ...{ accountId: null, task: "re_rates.preview", jobKey: `re_rates.preview:${id}` },
      payload: { id },
    });
  });
  return id;
}
