"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "./kbd";
import type { PaletteProps } from "./palette-props";
import { showPalette, usePaletteView } from "./palette-store";
import { useKeys } from "./use-keys";

const load = () => import("./palette-panel");
const Panel = lazy(() => load().then((parts) => ({ default: parts.PalettePanel })));
const KeyList = lazy(() => import("./key-list").then((parts) => ({ default: parts.KeyList })));

/** The search of the header: every page, account, action and id, and the keys that lead to them. Its script comes when it is wanted. */
export function Palette({ hasShortcuts, ...props }: PaletteProps & { hasShortcuts: boolean }) {
  const hasPlaces = props.memberships.length > 0;
  useKeys(hasShortcuts, hasPlaces);
  const view = usePaletteView();
  const isApple = useIsApple();
  return (
    <>
      <Button
        size="sm"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => showPalette("search")}
        className="text-ink-muted max-sm:hidden max-lg:size-8 max-lg:p-0 lg:w-52 lg:min-w-32 lg:shrink lg:justify-start"
      >
        <Search aria-hidden />
        <span className="max-lg:sr-only">Search…</span>
        <Kbd className="ml-auto max-lg:hidden">{isApple ? "⌘ K" : "Ctrl K"}</Kbd>
      </Button>
      <Suspense>
        {view === "search" && <Panel {...props} />}
        {view === "keys" && <KeyList hasPlaces={hasPlaces} />}
      </Suspense>
    </>
  );
}

const nothing = () => () => undefined;

function useIsApple(): boolean {
  return useSyncExternalStore(
    nothing,
    () => /Mac|iP(hone|ad|od)/.test(navigator.userAgent),
    () => false,
  );
}
