import { type Estimate, estimate } from "@/lib/metering/preflight/estimate";
import { EstimateRequest } from "@/lib/metering/preflight/schema";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { check } from "@/lib/web/check";

interface Answer {
  estimate: Estimate | null;
  /** What is wrong with one field of the form. */
  faults: Readonly<Record<string, string>>;
  /** What is wrong, where no field says it. */
  message: string | null;
}

/** Estimates what a form asks for; what cannot be priced is said beside the field that decides it. */
export async function readEstimate(ctx: Context, body: unknown): Promise<Answer> {
  try {
    return { estimate: await estimate(ctx, check(EstimateRequest, body)), faults: {}, message: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // `operations.0.model` is the form's field `model`.
    const faults = Object.fromEntries(
      error.faults.map(({ field, message }) => [field.replace(/^operations\.0\./, ""), message]),
    );
    return { estimate: null, faults, message: error.faults.length > 0 ? null : error.message };
  }
}
