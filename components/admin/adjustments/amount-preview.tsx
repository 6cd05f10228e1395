import { Card } from "@/components/ui/card";
import { Sum } from "@/components/ui/sum";
import type { AmountPreview } from "@/lib/backoffice/adjustments/preview";
import { unitName } from "@/lib/values/display/unit";
import { displayUsd } from "@/lib/values/display/usd";
import { NamedRow } from "./named-row";
import { OthersAbout } from "./others-about";

/** What an amount would do to the balance as it is now. */
export function AmountPreviewCard({ preview }: { preview: AmountPreview }) {
  const { accountName, unit, balance, amount, after, amountUsd, others, named } = preview;
  return (
    <Card
      title={accountName}
      description={amountUsd === null ? undefined : `${displayUsd(amountUsd)} of credit`}
    >
      <div role="status" className="max-w-sm">
        <Sum
          rows={[
            [`Balance now (${unitName(unit)})`, balance],
            [amount.startsWith("-") ? "Taken" : "Added", amount],
          ]}
          total={["Balance after it", after]}
        />
        {after.startsWith("-") && (
          <p className="mt-2 text-sm text-warn">
            The balance goes below zero: the next credit pays it first.
          </p>
        )}
      </div>
      <NamedRow named={named} amount={amount} unit={unit} className="mt-2" />
      <OthersAbout others={others} unit={unit} />
    </Card>
  );
}
