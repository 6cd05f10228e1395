"use client";

import {
  cloneElement,
  isValidElement,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useState,
} from "react";

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
  onLeave,
  children,
}: {
  trigger?: ReactNode;
  opens: "menu" | "dialog";
  load: () => Promise<unknown>;
  /** Opened by its owner. */
  open?: boolean;
  onOpen?: () => void;
  /** The person went elsewhere before it was there: it does not open any more. */
  onLeave?: () => void;
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
  const leave = () => {
    setWanted(false);
    onLeave?.();
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
  if (!wanted) return button;
  return <Suspense fallback={button && <Awaited onLeave={leave}>{button}</Awaited>}>{children}</Suspense>;
}

/** The button while its part is on its way. Who clicks or presses Escape meanwhile wants something else: two menus would stand open. */
function Awaited({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const onPointer = () => leave();
    const onKey = ({ key }: globalThis.KeyboardEvent) => key === "Escape" && leave();
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return children;
}
