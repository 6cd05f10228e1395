import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCredits, nano, negate, parseCredits, parseScaled } from "@/lib/values/money";
import { roundedShare } from "@/lib/values/share";
import { parseUsd } from "@/lib/values/usd";
import { purchaseRow, soldAt, type SoldCredit } from "./purchase-row";

const ACCOUNT = { id: "a", name: "Acme", issuer: "Compute Ltd" };
const VALUE = parseUsd("0.1");
const row = (sold: Partial<SoldCredit>) =>
  purchaseRow(
    ACCOUNT,
    {
      ...{ day: "2026-11-22", credits: parseCredits("1"), netCents: null, unitPrice: null },
      ...{ description: "Credit", invoiceId: null, isCorrection: false },
      ...sold,
    },
    VALUE,
  );

describe("credit that was sold", () => {
  it.each<[string, Partial<SoldCredit>, string[]]>([
    ["by the operator", { credits: parseCredits("5001") }, ["5001", "0.1", "500.1", "500.1", "500.1"]],
    [
      "by card, at a price for much",
      { credits: parseCredits("5001"), netCents: 47_510n, unitPrice: parseUsd("0.095") },
      ["5001", "0.095", "475.095", "475.1", "500.1"],
    ],
    [
      "by an auto-recharge",
      { credits: parseCredits("1000"), netCents: 10_000n, unitPrice: soldAt(10_000n, parseCredits("1000")) },
      ["1000", "0.1", "100", "100", "100"],
    ],
    [
      "by a contract whose price no decimal says",
      { credits: parseCredits("7"), netCents: 100n, unitPrice: soldAt(100n, parseCredits("7")) },
      ["7", "0.142857142857", "0.999999999999", "1", "0.7"],
    ],
    [
      "and paid back in part",
      { credits: parseCredits("-250"), netCents: -2_375n, unitPrice: parseUsd("0.095") },
      ["-250", "0.095", "-23.75", "-23.75", "-25"],
    ],
  ])("%s is counted in ECU, at its price", (_, sold, expected) => {
    const cells = row(sold);
    expect([cells.PricingUnit, cells.SkuPriceId]).toEqual(["Credits", "credits/ecu"]);
    expect(cells.InvoiceIssuerName).toBe("Compute Ltd");
    expect([
      cells.PricingQuantity,
      cells.ContractedUnitPrice,
      cells.ContractedCost,
      cells.BilledCost,
      cells.ListCost,
    ]).toEqual(expected);
  });

  const sale = fc.record({
    cents: fc.bigInt({ min: 1n, max: 10n ** 10n }),
    credits: fc.bigInt({ min: 1n, max: 10n ** 17n }),
  });

  it("of any size and price has quantity × price for its cost, and what was billed is that to the cent", () => {
    fc.assert(
      fc.property(sale, ({ cents, credits }) => {
        const cells = row({ credits: nano(credits), netCents: cents, unitPrice: soldAt(cents, credits) });
        const at = (column: "PricingQuantity" | "ContractedUnitPrice" | "ContractedCost" | "BilledCost") =>
          parseScaled(cells[column] ?? "", 30);
        expect(cells.PricingQuantity).toBe(formatCredits(nano(credits)));
        expect(at("PricingQuantity") * at("ContractedUnitPrice")).toBe(at("ContractedCost") * 10n ** 30n);
        const off = at("BilledCost") - at("ContractedCost");
        expect(off < 0n ? -off : off).toBeLessThan(10n ** 28n);
      }),
    );
  });

  it("comes to nothing together with its refund", () => {
    fc.assert(
      fc.property(sale, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ cents, credits }, share) => {
        const part = (credits * BigInt(Math.floor(share * 1_000))) / 1_000n;
        const unitPrice = soldAt(cents, credits);
        const rows = [credits, -part, part - credits].map((amount) =>
          row({ credits: nano(amount), netCents: roundedShare(cents, nano(amount), credits), unitPrice }),
        );
        for (const column of ["PricingQuantity", "ContractedCost", "ListCost"] as const)
          expect(rows.reduce((sum, cells) => sum + parseScaled(cells[column] ?? "", 30), 0n)).toBe(0n);
      }),
    );
  });

  it("is negative where it went back", () => {
    expect(row({ credits: negate(parseCredits("3")) }).PricingQuantity).toBe("-3");
  });
});
