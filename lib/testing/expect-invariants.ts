import { brokenBackOffice } from "@/lib/backoffice/invariants";
import { brokenDeployments } from "@/lib/deployments/invariants";
import { brokenInvariants } from "@/lib/ledger/invariants";
import { brokenPayments } from "@/lib/purchases/invariants";

/** @throws Error naming everything that is broken in the books. */
export async function expectInvariants(): Promise<void> {
  const broken = [
    ...(await brokenInvariants()),
    ...(await brokenPayments()),
    ...(await brokenDeployments()),
    ...(await brokenBackOffice()),
  ];
  if (broken.length > 0) throw new Error(`the books are not in order:\n${broken.join("\n")}`);
}
