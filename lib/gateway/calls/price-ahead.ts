import type { OperationInput } from "@/lib/metering/preflight/schema";
import { worstCaseOf, type WorstCase } from "@/lib/metering/preflight/worst-case";
import type { Context } from "@/lib/values/context";
import { invalid, Refusal } from "@/lib/values/refusal";

/** What a call costs at most, and the name by which its model was found in the price list. */
export interface Ahead {
  worst: WorstCase;
  operation: OperationInput;
  pricedAs: string;
}

/**
 * Prices a call before it runs. What has no price is refused: nothing that is run here is given away.
 * @throws Refusal `invalid_request` naming the field of the body or the header
 */
export async function priceAhead(
  ctx: Context,
  call: Omit<OperationInput, "provider" | "replicas" | "count">,
  names: readonly string[],
): Promise<Ahead> {
  const now = new Date();
  let refused: unknown;
  for (const pricedAs of names) {
    const operation = { ...call, ...(pricedAs && { provider: pricedAs }), replicas: 1, count: 1 };
    try {
      return { worst: await worstCaseOf(ctx, [operation], now), operation, pricedAs };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "invalid_request") throw error;
      refused ??= error;
      if (!error.faults[0]?.field.endsWith(".model")) break;
    }
  }
  throw refused instanceof Refusal ? inOurWords(refused, call.model ?? "") : refused;
}

/** The caller knows no operations: the body's own field, or the header, is named. */
function inOurWords(refused: Refusal, model: string): Refusal {
  const [fault] = refused.faults;
  const field = fault?.field.replace(/^operations\.0\./, "") ?? "model";
  if (field === "model")
    return invalid("model", `${model} has no price here: GET /models lists what can be called`);
  return invalid(field === "feature" ? "Ecu-Feature" : field, fault?.message ?? "is not valid");
}
