"use client";

import { useSyncExternalStore } from "react";

/** What lies over the page: the palette, the list of keys, or nothing. */
export type PaletteView = "search" | "keys" | null;

let view: PaletteView = null;
const listeners = new Set<() => void>();

/** Opens the palette or the list of keys from anywhere on the page, or closes them. */
export function showPalette(next: PaletteView): void {
  view = next;
  for (const listener of listeners) listener();
}

/** What is open now. */
export function usePaletteView(): PaletteView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => view,
    () => null,
  );
}
