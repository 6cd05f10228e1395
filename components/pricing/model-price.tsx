import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ModelView, RateView } from "@/lib/metering/read-rate-card";
import { displaySum } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import { displayPrice } from "@/lib/values/display/usd";
import { formatCredits, parseScaled } from "@/lib/values/money";
import { creditsOfUsd, parseUsd, picoUsd } from "@/lib/values/usd";

interface ModelPriceProps {
  /** What was asked for; empty when nothing was. */
  asked: string;
  model: ModelView | null | undefined;
  rates: readonly RateView[];
  creditValue: string;
  priceList: string | null;
  /** The moment whose prices are shown, as the URL says it; none for those of now. */
  at: string | undefined;
}

/** What a million tokens of one model cost here, provider's price and markup included. */
export function ModelPrice({ asked, model, rates, creditValue, priceList, at }: ModelPriceProps) {
  const markup =
    rates.find(
      (rate) => rate.feature === "model_inference" && rate.markup !== null && !rate.model && !rate.operation,
    )?.markup ?? null;
  // To the last digit of each, on their decimal points.
  const credits = displaySum(
    (markup && model?.prices.map((price) => creditsFor(price.usd_per_million, markup, creditValue))) || [],
  );
  return (
    <Card
      title="What a model costs"
      description={
        priceList
          ? `Providers’ prices from ${priceList}${markup ? `, × ${markup} for model inference` : ""}.`
          : "No price list is imported: calls report their own cost."
      }
    >
      <form className="flex max-w-md items-end gap-2" role="search">
        {at && <input type="hidden" name="at" value={at} />}
        <Field label="Model" className="flex-1">
          <Input
            name="model"
            defaultValue={asked}
            placeholder="gpt-4o"
            maxLength={200}
            required
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Button type="submit">
          <Search aria-hidden />
          Show price
        </Button>
      </form>
      {asked && !model && (
        <p className="mt-3 text-sm text-ink-muted" role="status">
          “{asked}” is not on the price list. A call of it is charged by the cost that it reports (cost_usd).
        </p>
      )}
      {model && (
        <div className="mt-4 overflow-hidden rounded-lg border">
          <DataTable
            caption={`Prices of ${model.model}`}
            rows={model.prices}
            rowKey={({ kind, above_input_tokens }) => `${kind} ${above_input_tokens}`}
            columns={[
              {
                key: "kind",
                head: `${model.provider} / ${model.model}`,
                narrow: "title",
                cell: ({ kind, above_input_tokens: above }) =>
                  `${kind.replaceAll("_", " ")}${above ? `, calls above ${displayCount(above)} input tokens` : ""}`,
              },
              {
                key: "usd",
                head: "Provider, per million",
                align: "right",
                narrow: "meta-value",
                cell: ({ usd_per_million }) => displayPrice(usd_per_million),
              },
              {
                key: "ecu",
                head: "You pay, per million",
                align: "right",
                narrow: "value",
                cell: (price) => (markup ? `${credits[model.prices.indexOf(price)]} ECU` : "—"),
              },
            ]}
          />
        </div>
      )}
    </Card>
  );
}

/** Provider's price × markup, in ECU. */
function creditsFor(usd: string, markup: string, creditValue: string): string {
  const cost = picoUsd((parseUsd(usd) * parseScaled(markup, 6)) / 1_000_000n);
  return formatCredits(creditsOfUsd(cost, parseUsd(creditValue)));
}
