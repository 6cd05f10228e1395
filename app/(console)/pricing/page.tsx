import type { Metadata } from "next";
import { groupsOf } from "@/components/pricing/groups";
import { HardwareTable } from "@/components/pricing/hardware-table";
import { ModelPrice } from "@/components/pricing/model-price";
import { PriceHistory } from "@/components/pricing/price-history";
import { RateTable } from "@/components/pricing/rate-table";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { UtcTime } from "@/components/ui/utc-time";
import { listPricePeriods, readRateCard } from "@/lib/metering/read-rate-card";
import { priceMoment } from "@/lib/metering/rules/price-moment";
import { displayUsd } from "@/lib/values/display/usd";
import { pageContext } from "@/lib/web/session";
import { readSearch, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Pricing" };

/** The rate card as it applies to the account that asks: the live one, or that of an earlier moment. */
export default async function PricingPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const model = search.model?.trim().slice(0, 200);
  const asked = priceMoment(search.at);
  const [card, periods] = await Promise.all([
    readRateCard(ctx, { at: asked, ...(model && { model }) }),
    listPricePeriods(ctx),
  ]);
  const { groups, hardware } = groupsOf(card.rates);
  const { applies_from: from, applies_until: until } = card;
  const isPast = until !== null;
  const file = new URLSearchParams({
    account: ctx.accountId,
    ...(isPast && asked && { at: asked.toISOString() }),
  });
  return (
    <div className="space-y-6">
      <PageHeader
        title="Pricing"
        description={
          <>
            1 ECU {isPast ? "was" : "is"} {displayUsd(card.credit_usd_value)}. Rate card version{" "}
            {card.version}
            {card.override_version !== null && <>, with your own prices of version {card.override_version}</>}
            , in force {isPast ? "from" : "since"} <UtcTime at={from} />
            {until && (
              <>
                {" "}
                until <UtcTime at={until} />
              </>
            )}
            . A change of price never changes what was already charged.
          </>
        }
        actions={<ExportButton href={`/api/v1/credits/rate-cards.csv?${file.toString()}`} />}
      />
      {until && (
        <Banner
          action={
            <LinkButton size="sm" href="/pricing">
              Today’s prices
            </LinkButton>
          }
        >
          These are earlier prices: <UtcTime at={from} /> – <UtcTime at={until} />.
          {asked &&
            asked < new Date(from) &&
            " They are the first ones, and apply to what ran before them as well."}
        </Banner>
      )}
      <ModelPrice
        asked={model ?? ""}
        model={card.model}
        rates={card.rates}
        creditValue={card.credit_usd_value}
        priceList={card.price_list}
        at={isPast ? search.at : undefined}
      />
      {groups.map((group) => (
        <RateTable key={group.title} {...group} byTime={hardware} creditValue={card.credit_usd_value} />
      ))}
      <HardwareTable rates={hardware} creditValue={card.credit_usd_value} />
      <PriceHistory periods={periods} shown={from} />
    </div>
  );
}
