import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import type { AutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";

/** Whether auto-recharge works now, and if not, why and what to do. */
export function RechargeState({ recharge }: { recharge: AutoRecharge | null }) {
  const { tone, word, text } = stateOf(recharge);
  const rows: (readonly [string, ReactNode])[] = [];
  if (recharge?.isOn) {
    rows.push(["Below", `${displayAmount(recharge.threshold)} ECU`]);
    rows.push(["Adds", `${displayAmount(recharge.credits)} ECU`]);
    const cap = recharge.monthlyCapUsd;
    const charged = displayUsd(recharge.spentThisMonthUsd);
    rows.push(["Charged this month (UTC)", cap ? `${charged} of ${displayUsd(cap)}` : charged]);
    if (recharge.openUsd !== "0.00") rows.push(["Not paid yet", displayUsd(recharge.openUsd)]);
  }
  if (recharge?.isOn && recharge.pausedUntil)
    rows.push(["Next try from", <UtcTime key="next" at={recharge.pausedUntil} />]);
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          Auto-recharge <Badge tone={tone}>{word}</Badge>
        </span>
      }
      description={text}
    >
      {rows.length > 0 && <Details rows={rows} />}
    </Card>
  );
}

interface State {
  tone: Tone;
  word: string;
  text: string;
}

/** In a word, and in a sentence with what to do. */
function stateOf(recharge: AutoRecharge | null): State {
  if (!recharge?.isOn)
    return recharge && recharge.trouble in TROUBLED
      ? {
          tone: "bad",
          word: "off",
          text: `It switched itself off. ${ENDED[recharge.trouble] ?? TROUBLED[recharge.trouble]}`,
        }
      : { tone: "neutral", word: "off", text: "Nothing is charged by itself." };
  if (recharge.trouble in TROUBLED)
    return { tone: "warn", word: "on, but waits", text: TROUBLED[recharge.trouble] ?? "" };
  return { tone: "good", word: "on", text: "The balance is watched, and the card charged when it is low." };
}

const TROUBLED: Readonly<Record<string, string>> = {
  declined:
    "The card was declined. Choose another card, or ask your bank, and save the settings to try again.",
  requires_action:
    "The bank wants you to confirm the payment. Use “Confirm with your bank” in the list below.",
  no_card: "Its card is gone. Add a card and switch it on again.",
  cap: "The monthly cap is reached. Raise the cap to go on before the next month (UTC).",
  dispute: "A payment is disputed at the bank. It goes on once the dispute is decided.",
};

/** The same where it is off because of it. */
const ENDED: Readonly<Record<string, string>> = {
  declined: "The card was declined. Choose another card, or ask your bank, and switch it on again.",
  requires_action:
    "Nobody confirmed the payment with the bank. Choose another card, or switch it on again to be asked anew.",
};
