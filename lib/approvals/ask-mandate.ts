import { type Context, requirePermission } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { ask } from "./ask";
import { readMandate } from "./read-mandates";
import type { MandateAnswer, NewMandate } from "./schema";

/**
 * Asks a person to let an agent spend up to a limit, for some models and features, for a while.
 * @throws Refusal `idempotency_mismatch`
 */
export async function askMandate(
  ctx: Context,
  request: NewMandate,
  key: string | null,
): Promise<MandateAnswer> {
  requirePermission(ctx, "authorizations:write");
  const { limit, models, features, lasts } = request;
  const terms = {
    kind: "mandate" as const,
    amount: parseCredits(limit),
    models: [...new Set(models)],
    features: [...new Set(features)],
    lastsSeconds: lasts,
  };
  const { id } = await ask(ctx, request, terms, key);
  return readMandate(ctx, id);
}
