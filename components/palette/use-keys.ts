"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { commandOf } from "./keys";
import { showPalette } from "./palette-store";

const SECOND_KEY_MS = 1_500;

/** Hears the keys of the whole page: ⌘K or Ctrl K always, single letters for those who have not switched them off. Places are those of an account. */
export function useKeys(hasShortcuts: boolean, hasPlaces: boolean): void {
  const router = useRouter();
  const press = useEffectEvent((event: KeyboardEvent, afterG: boolean): boolean => {
    if (
      event.key.toLowerCase() === "k" &&
      (event.metaKey || event.ctrlKey) &&
      !event.shiftKey &&
      !event.altKey
    ) {
      event.preventDefault();
      showPalette("search");
      return false;
    }
    // What is open closes by itself; this is for what was asked for and is not there yet.
    if (event.key === "Escape" && !event.isComposing) showPalette(null);
    if (!hasShortcuts || event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event)) return false;
    const command = commandOf(event.key, afterG && hasPlaces);
    if (!command) return false;
    event.preventDefault();
    if (command.kind === "go") return true;
    if (command.kind === "place") router.push(command.href as "/");
    else showPalette(command.kind);
    return false;
  });
  useEffect(() => {
    let afterG = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.key === "Shift") return;
      clearTimeout(timer);
      afterG = press(event, afterG);
      if (afterG) timer = setTimeout(() => (afterG = false), SECOND_KEY_MS);
    };
    window.addEventListener("keydown", hear);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", hear);
    };
  }, []);
}

/** Whoever types, or has something open, means that and not the page. */
function isElsewhere({ target }: KeyboardEvent): boolean {
  const types =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=combobox], [role=menuitem]"));
  return types || document.querySelector("[role=dialog], [role=menu], [role=listbox]") !== null;
}
