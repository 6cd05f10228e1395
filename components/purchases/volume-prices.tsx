import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import type { Offers } from "@/lib/purchases/offers";
import { displayAmount } from "@/lib/values/display/amount";
import { displayPrice } from "@/lib/values/display/usd";

/** What one ECU costs, and from which amount on it costs less. */
export function VolumePrices({ offers }: { offers: Offers }) {
  return (
    <Card title="Price" description="In one purchase; the price is fixed when you buy.">
      <Details
        rows={[
          ["One ECU", displayPrice(offers.credit_usd_value)],
          ...offers.volume_prices.map(
            ({ from, unit_price_usd }) =>
              [`From ${displayAmount(from)} ECU`, `${displayPrice(unit_price_usd)} each`] as const,
          ),
        ]}
      />
    </Card>
  );
}
