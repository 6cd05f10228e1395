import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Offers } from "@/lib/purchases/offers";
import { textOf } from "@/lib/testing/text-of";
import { BuyForm } from "./buy-form";
import { RechargeOnBuy } from "./recharge-on-buy";

const OFFERS: Offers = {
  ...{ mode: "sandbox", taxed: false, credit_usd_value: "0.1", least: "50", most: "100000", starter: [] },
  increments: [
    { credits: "100", amount_cents: 1_000, unit_price_usd: "0.1" },
    { credits: "5000", amount_cents: 47_500, unit_price_usd: "0.095" },
  ],
  volume_prices: [{ from: "5000", unit_price_usd: "0.095" }],
};

const formOf = (wanted: string | null) =>
  renderToStaticMarkup(<BuyForm accountId="a" offers={OFFERS} wanted={wanted} returnTo={null} />);

it("offers fixed amounts with what each costs, and an amount of one's own", () => {
  const words = textOf(formOf("100"));
  expect(words).toContain("100 ECU $10.00");
  expect(words).toContain("5,000 ECU $475.00 $0.095 each");
  expect(words).toContain("Other your amount");
  expect(words).toContain("Buy 100 ECU for $10.00");
  expect(words).not.toContain("Amount in ECU");
});

it("takes an amount of one's own between the least and the most, at its price", () => {
  const words = textOf(formOf("333"));
  expect(words).toContain("A whole number from 50 to 100,000.");
  expect(words).toContain("$33.30 for 333 ECU at $0.10 each");
  expect(words).toContain("Buy 333 ECU for $33.30");
  expect(formOf("333")).toContain('value="333"');
});

it("says why what is less or more cannot be bought, and no price for it", () => {
  for (const beyond of ["49", "100001"]) {
    const words = textOf(formOf(beyond));
    expect(words).toContain("One purchase is a whole number from 50 to 100,000 ECU.");
    expect(words).not.toMatch(/Buy [\d,]+ ECU for/);
  }
});

it("has auto-recharge beside it, with what it does or that it can be set up", () => {
  const words = textOf(renderToStaticMarkup(<RechargeOnBuy accountId="a" recharge={null} methods={[]} />));
  expect(words).toMatch(/^Auto-recharge off .* Set up$/);
});
