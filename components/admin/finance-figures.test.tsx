import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { worth } from "@/lib/reports/liability/rules/worth";
import { parseCredits, ZERO } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { FinanceFigures } from "./finance-figures";

const cents = (net: bigint) => ({ net, tax: 0n });
const shown = (refunded: bigint, disputed: bigint) =>
  renderToStaticMarkup(
    <FinanceFigures
      creditValue={parseUsd("0.1")}
      finance={{
        trend: [],
        credit: {
          ...{ month: "2026-11", sold: parseCredits("5350"), elsewhere: ZERO, deferred: ZERO },
          pools: { paid: ZERO, free: ZERO, owed: ZERO },
          worth: { unused: worth(0n), ahead: worth(0n) },
          cash: { sold: cents(51_000n), refunded: cents(refunded), disputed: cents(disputed), outside: 0n },
        },
      }}
    />,
  ).replaceAll(/<[^>]*>/g, "");

it("calls paid back what was refunded, and not what a bank took", () => {
  expect(shown(-10_001n, -2_500n)).toContain("5,350 ECU, $100.01 paid back, $25.00 taken by disputes");
  expect(shown(0n, -2_500n)).toContain("5,350 ECU, $25.00 taken by disputes");
  expect(shown(0n, 0n)).toContain("5,350 ECU, before tax");
});
