import { brokenInvariants } from "@/lib/ledger/invariants";

/** @throws Error naming everything that is broken in the books. */
export async function expectInvariants(): Promise<void> {
  const broken = await brokenInvariants();
  if (broken.length > 0) throw new Error(`the books are not in order:\n${broken.join("\n")}`);
}
