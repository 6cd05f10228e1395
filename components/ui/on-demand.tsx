"use client";

import { cloneElement, isValidElement, type KeyboardEvent, type ReactNode, Suspense, useState } from "react";

interface Opener {
  "aria-haspopup"?: "menu" | "dialog";
  "aria-expanded"?: boolean;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  onClick?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/**
 * What opens, without its script until it is opened: before that there is only the button. Pointing at the button, or
 * focusing it, already fetches the script.
 */
export function OnDemand({
  trigger,
  opens,
  load,
  open = false,
  onOpen,
  children,
}: {
  trigger?: ReactNode;
  opens: "menu" | "dialog";
  load: () => Promise<unknown>;
  /** Opened by its owner. */
  open?: boolean;
  onOpen?: () => void;
  /** The part itself, with its own trigger; open as soon as it is there. */
  children: ReactNode;
}) {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  const fetch = () => void load();
  const show = () => {
    setWanted(true);
    onOpen?.();
  };
  const button = isValidElement<Opener>(trigger)
    ? cloneElement(trigger, {
        "aria-haspopup": opens,
        "aria-expanded": false,
        onPointerEnter: fetch,
        onFocus: fetch,
        onClick: show,
        onKeyDown: (event) => {
          if (opens !== "menu" || event.key !== "ArrowDown") return;
          event.preventDefault();
          show();
        },
      })
    : null;
  return wanted ? <Suspense fallback={button}>{children}</Suspense> : button;
}
