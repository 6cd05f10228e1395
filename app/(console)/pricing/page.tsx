import type { Metadata } from "next";
import { groupsOf } from "@/components/pricing/groups";
import { HardwareTable } from "@/components/pricing/hardware-table";
import { ModelPrice } from "@/components/pricing/model-price";
import { RateTable } from "@/components/pricing/rate-table";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { UtcTime } from "@/components/ui/utc-time";
import { readRateCard } from "@/lib/metering/read-rate-card";
import { displayUsd } from "@/lib/values/display/usd";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Pricing" };

/** The live rate card, as it applies to the account that asks. */
export default async function PricingPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const model = search.model?.trim().slice(0, 200);
  const card = await readRateCard(ctx, model ? { model } : {});
  const { groups, hardware } = groupsOf(card.rates);
  return (
    <div className="space-y-6">
      <PageHeader
        title="Pricing"
        description={
          <>
            1 ECU is {displayUsd(card.credit_usd_value)}. Rate card version {card.version}
            {card.override_version !== null && <>, with your own prices of version {card.override_version}</>}
            , in force since <UtcTime at={card.valid_from} />. A change of price never changes what was
            already charged.
          </>
        }
        actions={<ExportButton href={`/api/v1/credits/rate-cards.csv?account=${ctx.accountId}`} />}
      />
      <ModelPrice
        asked={model ?? ""}
        model={card.model}
        rates={card.rates}
        creditValue={card.credit_usd_value}
        priceList={card.price_list}
      />
      {groups.map((group) => (
        <RateTable key={group.title} {...group} byTime={hardware} creditValue={card.credit_usd_value} />
      ))}
      <HardwareTable rates={hardware} creditValue={card.credit_usd_value} />
    </div>
  );
}
