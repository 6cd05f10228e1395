import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";
import { askNumberStyle, type NumberStyle } from "@/lib/values/display/number-style";

/** What holds for the request that is answered right now; the web process opens one for each. */
interface Page {
  numbers?: NumberStyle;
}

const kept = globalThis as typeof globalThis & { ecuPages?: AsyncLocalStorage<Page> };

/**
 * Writes the numbers of this page as its reader does. Only pages do so: what routes answer, what is stored and what is mailed
 * has one style for everybody.
 */
export function showNumbersAs(style: NumberStyle): void {
  const page = kept.ecuPages?.getStore();
  if (!page) return;
  page.numbers = style;
  askNumberStyle(() => kept.ecuPages?.getStore()?.numbers);
}
