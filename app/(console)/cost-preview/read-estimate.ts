import { type Estimate, estimate } from "@/lib/metering/preflight/estimate";
import { EstimateRequest } from "@/lib/metering/preflight/schema";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { check } from "@/lib/web/check";

interface Answer {
  /** What was asked and what it costs; null when it cannot be priced. */
  priced: { asked: EstimateRequest; estimate: Estimate } | null;
  /** What is wrong with one field of the form. */
  faults: Readonly<Record<string, string>>;
  /** What is wrong, where no field says it. */
  message: string | null;
}

/** Estimates what a form asks for; what cannot be priced is said beside the field that decides it. */
export async function readEstimate(ctx: Context, body: unknown): Promise<Answer> {
  try {
    const asked = check(EstimateRequest, body);
    const priced = { asked, estimate: await estimate(ctx, asked) };
    return { priced, faults: {}, message: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // `operations.0.model` is the form's field `model`.
    const faults = Object.fromEntries(
      error.faults.map(({ field, message }) => [field.replace(/^operations\.0\./, ""), message]),
    );
    return { priced: null, faults, message: error.faults.length > 0 ? null : error.message };
  }
}
