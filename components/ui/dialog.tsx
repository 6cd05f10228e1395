"use client";

import { lazy } from "react";
import type { PanelProps } from "./dialog-panel";
import { OnDemand } from "./on-demand";

const load = () => import("./dialog-panel");
const Panel = lazy(() => load().then((parts) => ({ default: parts.Panel })));

/** Closes the panel that it stands in. */
export const PanelClose = lazy(() => load().then((parts) => ({ default: parts.PanelClose })));

/** A question or a short form in the middle of the page. */
export function Dialog(props: PanelProps) {
  return <PanelOnDemand place="middle" {...props} />;
}

/** More about something, at the side, with the page still in sight. */
export function Sheet({ side = "right", ...props }: PanelProps & { side?: "left" | "right" }) {
  return <PanelOnDemand place={side} {...props} />;
}

function PanelOnDemand(props: PanelProps & { place: "middle" | "left" | "right" }) {
  return (
    <OnDemand
      trigger={props.trigger}
      opens="dialog"
      load={load}
      open={props.open}
      onOpen={() => props.onOpenChange?.(true)}
      onLeave={() => props.onOpenChange?.(false)}
    >
      <Panel {...props} />
    </OnDemand>
  );
}
