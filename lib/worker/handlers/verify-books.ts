import { brokenDeployments } from "@/lib/deployments/invariants";
import { brokenInvariants } from "@/lib/ledger/invariants";
import { brokenPayments } from "@/lib/purchases/invariants";
import type { Handler } from "../handler";

/** Holds the books against what must always be true, and fails loudly: the job stays in the queue with the fault in its error. */
export const verifyBooks: Handler = async () => {
  const broken = [...(await brokenInvariants()), ...(await brokenPayments()), ...(await brokenDeployments())];
  if (broken.length > 0) throw new Error(`The books are not in order: ${broken.slice(0, 20).join("; ")}`);
};
