"use client";

import { useSyncExternalStore } from "react";

// Whether this page is told of changes. Outside of React, so that whoever polls can ask without a provider around it.
let isLive = false;
const listeners = new Set<() => void>();

/** While a page is told of changes, nothing needs to be asked for again and again. */
export function setLive(live: boolean): void {
  if (isLive === live) return;
  isLive = live;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether the page is told of changes right now. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isLive,
    () => false,
  );
}
