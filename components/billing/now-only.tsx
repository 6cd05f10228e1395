"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

/** The tabs that can show the books as they were. */
const PAST = new Set(["/billing", "/billing/grants"]);

/** What is true of now alone: it gives way while the books are shown as they were. */
export function NowOnly({ children }: { children: ReactNode }) {
  const [path, query] = [usePathname(), useSearchParams()];
  return PAST.has(path) && query.has("as_of") ? null : children;
}
