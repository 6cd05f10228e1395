"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { useRequestKey } from "@/components/ui/use-request-key";
import { useSubmit } from "@/components/ui/use-submit";
import { buyCredit } from "@/lib/purchases/actions";
import type { Offers } from "@/lib/purchases/offers";
import { displayAmount } from "@/lib/values/display/amount";
import { displayPrice, displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import { priceNow } from "./price-now";

const CUSTOM = "custom";

/** Chooses how much credit to buy, says what it costs, and goes to the page where it is paid. */
export function BuyForm({
  accountId,
  offers,
  wanted,
  returnTo,
}: {
  accountId: string;
  offers: Offers;
  /** An amount that a link asked for. */
  wanted: string | null;
  returnTo: string | null;
}) {
  const isOffered = offers.increments.some(({ credits }) => credits === wanted);
  const [choice, setChoice] = useState(
    wanted === null ? (offers.increments[1] ?? offers.increments[0])?.credits : isOffered ? wanted : CUSTOM,
  );
  const [custom, setCustom] = useState(wanted !== null && !isOffered ? wanted : "");
  const [saveCard, setSaveCard] = useState(false);
  const credits = choice === CUSTOM ? custom.trim() : (choice ?? "");
  const price = priceNow(credits, offers);
  const requestKeyOf = useRequestKey();
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof buyCredit>[0]) => buyCredit(input, accountId),
    ({ url }) => window.location.assign(url),
  );
  return (
    <Card
      title="One-time top-up"
      description="Paid once, by card or bank account, on Stripe’s page. Credit that you buy does not expire."
    >
      <form
        noValidate
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit({
            credits,
            saveCard,
            requestKey: requestKeyOf(`${credits} ${saveCard}`),
            ...(returnTo && { returnTo }),
          });
        }}
      >
        <FormError message={message ?? fault("requestKey") ?? null} requestId={requestId} />
        <fieldset>
          <legend className="sr-only">How much credit</legend>
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
            {offers.increments.map((offer) => (
              <Choice
                key={offer.credits}
                value={offer.credits}
                checked={choice === offer.credits}
                onChoose={setChoice}
                big={displayAmount(offer.credits)}
                unit="ECU"
                small={displayUsd(formatScaled(BigInt(offer.amount_cents), 2))}
                note={
                  offer.unit_price_usd === offers.credit_usd_value
                    ? undefined
                    : `${displayPrice(offer.unit_price_usd)} each`
                }
              />
            ))}
            <Choice
              value={CUSTOM}
              checked={choice === CUSTOM}
              onChoose={setChoice}
              big="Other"
              small="your amount"
            />
          </div>
        </fieldset>
        {choice === CUSTOM && (
          <Field
            label="Amount in ECU"
            hint={`A whole number from ${displayAmount(offers.least)} to ${displayAmount(offers.most)}.`}
            error={fault("credits")}
          >
            <Input
              className="max-w-60"
              inputMode="numeric"
              value={custom}
              onChange={(event) => setCustom(event.target.value)}
              autoComplete="off"
              autoFocus
            />
          </Field>
        )}
        {choice !== CUSTOM && fault("credits") && (
          <p className="text-xs text-bad" role="alert">
            {fault("credits")}
          </p>
        )}
        <Checkbox
          label="Save the card for auto-recharge and for next time"
          hint="Stripe keeps it. It is charged again only when you buy, or when you have switched auto-recharge on."
          checked={saveCard}
          onChange={(event) => setSaveCard(event.target.checked)}
        />
        <div className="border-t pt-4">
          <FormFoot
            note={
              <p className="text-sm text-ink-muted tabular-nums" aria-live="polite">
                {price ? (
                  <>
                    <span className="text-base font-semibold text-ink">{price.total}</span> for{" "}
                    {displayAmount(credits)} ECU at {price.each} each
                    {offers.taxed ? ", before tax" : "; no tax is added"}
                  </>
                ) : (
                  withoutPrice(custom, offers)
                )}
              </p>
            }
          >
            <Button type="submit" look="primary" size="lg" busy={busy}>
              {price ? `Buy ${displayAmount(credits)} ECU for ${price.total}` : "Buy ECU"}
            </Button>
          </FormFoot>
        </div>
      </form>
    </Card>
  );
}

/** What stands in place of the price: what to do, or why there is none. */
function withoutPrice(custom: string, { least, most }: Offers): string {
  return custom.trim() === ""
    ? "Choose an amount to see its price."
    : `One purchase is a whole number from ${displayAmount(least)} to ${displayAmount(most)} ECU.`;
}

function Choice({
  value,
  checked,
  onChoose,
  big,
  unit,
  small,
  note,
}: {
  value: string;
  checked: boolean;
  onChoose: (value: string) => void;
  big: string;
  unit?: string;
  small: string;
  note?: string | undefined;
}) {
  return (
    <label
      className={cn(
        "flex min-h-20 cursor-pointer flex-col rounded-lg border px-3 py-3 transition-colors duration-100 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink",
        checked && "border-accent-ink bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <input
        type="radio"
        name="amount"
        value={value}
        checked={checked}
        onChange={() => onChoose(value)}
        className="sr-only"
      />
      <span className="text-base font-semibold tracking-tight tabular-nums">
        {big}
        {unit && <span className="text-xs font-normal tracking-normal text-ink-muted"> {unit}</span>}
      </span>
      <span className="text-xs text-ink-muted tabular-nums">{small}</span>
      {note && <span className="text-xs text-good tabular-nums">{note}</span>}
    </label>
  );
}
