import { z } from "zod";
import { runVerification } from "@/lib/backoffice/verification/run-verification";
import { log } from "@/lib/web/log";
import type { Handler } from "../handler";

const Payload = z.object({ verificationId: z.uuid().optional() }).nullish();

/** Holds the books against what must always be true, and is loud about what is not: in the log, on the operators' pages and in the metrics. */
export const verifyBooks: Handler = async (payload) => {
  const faults = await runVerification(Payload.parse(payload)?.verificationId ?? null);
  if (faults && faults.length > 0)
    log.error({ faults: faults.slice(0, 20), count: faults.length }, "the books are not in order");
};
