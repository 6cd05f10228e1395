import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { StarterGrant } from "@/lib/ledger/read-starter-pack";
import { textOf } from "@/lib/testing/text-of";
import { StarterPack } from "./starter-pack";

const GRANTS: StarterGrant[] = [
  { transaction_id: "txn_1", unit: "credit", amount: "75", remaining: "12.5", expires_at: null },
  { transaction_id: "txn_2", unit: "tool_run", amount: "10000", remaining: "0", expires_at: null },
];

function packOf(grants: readonly StarterGrant[]): string {
  return textOf(renderToStaticMarkup(<StarterPack grants={grants} price="0.1" />));
}

it("shows the free starter pack as included, with what is left of it", () => {
  const words = packOf(GRANTS);
  expect(words).toContain("Included 75 ECU ≈ $7.50 12.5 left");
  expect(words).toContain("10,000 tool runs Used up");
});

it("shows it as used once nothing is left of either part", () => {
  expect(packOf(GRANTS.map((grant) => ({ ...grant, remaining: "0" })))).toMatch(/ Used 75 ECU .* Used up /);
});

it("says of an account that was opened without one that it was", () => {
  const words = packOf([]);
  expect(words).toContain("This account was opened without one.");
  expect(words).not.toContain(" Used");
});
