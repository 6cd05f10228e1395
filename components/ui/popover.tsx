"use client";

import { lazy } from "react";
import { OnDemand } from "./on-demand";
import type { PopoverProps } from "./popover-panel";

const load = () => import("./popover-panel");
const PopoverWithButton = lazy(() => load().then((parts) => ({ default: parts.PopoverWithButton })));

/** A small panel that belongs to its button. */
export function Popover(props: PopoverProps) {
  return (
    <OnDemand
      trigger={props.trigger}
      opens="dialog"
      load={load}
      open={props.open}
      onOpen={() => props.onOpenChange(true)}
      onLeave={() => props.onOpenChange(false)}
    >
      <PopoverWithButton {...props} />
    </OnDemand>
  );
}
