import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Offers } from "@/lib/purchases/offers";
import { textOf } from "@/lib/testing/text-of";
import { priceNow } from "./price-now";
import { VolumePrices } from "./volume-prices";

const OFFERS: Offers = {
  ...{ mode: "sandbox", taxed: false, credit_usd_value: "0.1", least: "50", most: "100000", starter: [] },
  increments: [{ credits: "100", amount_cents: 1_000, unit_price_usd: "0.1" }],
  volume_prices: [
    { from: "5000", unit_price_usd: "0.095" },
    { from: "20000", unit_price_usd: "0.09" },
  ],
};

it("says what an amount of one's own costs, between the least and the most", () => {
  expect(priceNow("50", OFFERS)).toEqual({ total: "$5.00", each: "$0.10" });
  expect(priceNow("333", OFFERS)).toEqual({ total: "$33.30", each: "$0.10" });
  expect(priceNow("100000", OFFERS)?.total).toBe("$9,000.00");
  for (const none of ["49", "100001", "0", "-5", "12.5", "1e3", "٥٠٠", "", "a lot"])
    expect(priceNow(none, OFFERS)).toBeNull();
});

it("has the price by volume from its amount on, for all of the purchase", () => {
  expect(priceNow("4999", OFFERS)).toEqual({ total: "$499.90", each: "$0.10" });
  expect(priceNow("5000", OFFERS)).toEqual({ total: "$475.00", each: "$0.095" });
  expect(priceNow("20000", OFFERS)).toEqual({ total: "$1,800.00", each: "$0.09" });
  expect(textOf(renderToStaticMarkup(<VolumePrices offers={OFFERS} />))).toContain(
    "One ECU $0.10 From 5,000 ECU $0.095 each From 20,000 ECU $0.09 each",
  );
});

it("prices every whole amount that can be bought, and none besides", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), (credits) => {
      const canBeBought = credits >= 50 && credits <= 100_000;
      expect(priceNow(String(credits), OFFERS) !== null).toBe(canBeBought);
    }),
  );
});
