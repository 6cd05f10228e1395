import type { Prisma } from "@/lib/db/generated/client";
import { askedWork } from "@/lib/metering/preflight/authorizations";
import { lineView } from "@/lib/metering/preflight/estimate";
import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { approvalAnswer } from "./approval-answer";
import { ask, type Terms } from "./ask";
import type { ApprovalAnswer, NewApproval } from "./schema";

/**
 * Asks a person to agree to what a job costs at most. Nothing is held yet; the price is fixed now, by the rate card of this moment.
 * @throws Refusal `invalid_request` naming the field, `idempotency_mismatch`
 */
export async function askApproval(
  ctx: Context,
  request: NewApproval,
  key: string | null,
): Promise<ApprovalAnswer> {
  requirePermission(ctx, "authorizations:write");
  return approvalAnswer(await ask(ctx, request, await termsOfJob(ctx, request), key), new Date());
}

/** What a job asks for, priced now. @throws Refusal `invalid_request` naming the field */
export async function termsOfJob(
  ctx: Context,
  request: Parameters<typeof askedWork>[1] & Pick<NewApproval, "hold_for">,
): Promise<Terms & { unit: Unit; amount: Nano }> {
  const { unit, amount, scope, lines } = await askedWork(ctx, request);
  return {
    kind: "job",
    unit,
    amount,
    ...(request.operations && { operations: plain(request.operations) }),
    breakdown: plain(lines.map((line) => lineView(line, unit))),
    // What it is for: the hold is opened from these once somebody agrees.
    features: [scope.feature],
    models: scope.model === "" ? [] : [scope.model],
    lastsSeconds: request.hold_for,
  };
}

/** As JSON has it: nothing undefined. */
function plain(value: unknown): Prisma.InputJsonArray {
  return JSON.parse(JSON.stringify(value));
}
