"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { SavedMethod } from "@/lib/purchases/payment-methods/list";
import type { AutoRecharge } from "@/lib/purchases/recharge/read-auto-recharge";
import { displayAmount } from "@/lib/values/display/amount";

const AutoRechargeForm = dynamic(() =>
  import("./auto-recharge-form").then((parts) => ({ default: parts.AutoRechargeForm })),
);

/** Auto-recharge beside buying: what it does now, and its form where it is asked for. */
export function RechargeOnBuy({
  accountId,
  recharge,
  methods,
}: {
  accountId: string;
  recharge: AutoRecharge | null;
  methods: readonly SavedMethod[];
}) {
  const [open, setOpen] = useState(false);
  if (open) return <AutoRechargeForm accountId={accountId} recharge={recharge} methods={methods} />;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          Auto-recharge{" "}
          <Badge tone={recharge?.isOn ? "good" : "neutral"}>{recharge?.isOn ? "on" : "off"}</Badge>
        </span>
      }
      description={
        recharge?.isOn
          ? `Below ${displayAmount(recharge.threshold)} ECU the card is charged and ${displayAmount(recharge.credits)} ECU are added.`
          : "Have credit bought by itself when the balance is low. You see what it would have charged before you switch it on."
      }
      actions={<Button onClick={() => setOpen(true)}>{recharge?.isOn ? "Edit" : "Set up"}</Button>}
    />
  );
}
