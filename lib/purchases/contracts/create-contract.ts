import { audit } from "@/lib/accounts/audit";
import type { Tx } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { invalid, notFound } from "@/lib/values/refusal";
import { addDays, startOfDay } from "@/lib/values/time";
import { LEAST_CENTS, MOST_CENTS } from "../rules/price";
import type { NewContract } from "../schema";
import { centsOfUsd } from "../rules/cents";
import { requireOperator } from "./require-operator";

/**
 * Writes down what was signed: the parts of the price, when each is due, and the credit that each gives once it is paid.
 * Nothing is charged or granted by this. The contract's id is the form's key: false when it was written down before.
 * @throws Refusal `invalid_request` naming the part, `not_found` for an account that is not there
 */
export async function createContract(
  tx: Tx,
  ctx: Context,
  { requestKey: id, name, invoices }: NewContract,
): Promise<boolean> {
  requireOperator(ctx);
  const { accountId } = ctx;
  const parts = invoices.map((part, index) => partOf(part, index + 1));
  if (!(await tx.account.findUnique({ where: { id: accountId } }))) throw notFound("account");
  const { count } = await tx.contract.createMany({
    data: [{ accountId, id, name, createdBy: ctx.actor.email }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.contractInvoice.createMany({
    data: parts.map((part) => ({ accountId, contractId: id, ...part })),
  });
  await audit(tx, ctx, {
    action: "contract.created",
    subjectType: "contract",
    subjectId: id,
    details: {
      name,
      invoices: invoices.map(
        ({ dueOn, amountUsd, credits, bonusCredits }) =>
          `${dueOn}: ${amountUsd} USD for ${credits} + ${bonusCredits} ECU`,
      ),
    },
  });
  return true;
}

function partOf(part: NewContract["invoices"][number], no: number) {
  const amountCents = centsOfUsd(part.amountUsd);
  const credits = parseCredits(part.credits);
  const at = `invoices.${no - 1}`;
  if (amountCents < LEAST_CENTS) throw invalid(`${at}.amountUsd`, "is less than Stripe can charge");
  if (amountCents > MOST_CENTS) throw invalid(`${at}.amountUsd`, "is more than one invoice can be for");
  if (credits === 0n) throw invalid(`${at}.credits`, "is at least 1 ECU");
  if (part.creditExpiresOn !== null && part.creditExpiresOn <= part.dueOn)
    throw invalid(`${at}.creditExpiresOn`, "is after the day when the invoice is due");
  return {
    no,
    dueOn: startOfDay(part.dueOn),
    amountCents,
    credits,
    bonusCredits: parseCredits(part.bonusCredits),
    // The last day is a whole one.
    creditExpiresAt: part.creditExpiresOn === null ? null : startOfDay(addDays(part.creditExpiresOn, 1)),
  };
}
