"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { parseMoment } from "@/lib/values/moment";

/** The tabs that can show the books as they were. */
const PAST = new Set(["/billing", "/billing/grants"]);

/** What is true of now alone: it gives way while the books are shown as they were. */
export function NowOnly({ children }: { children: ReactNode }) {
  const [path, query] = [usePathname(), useSearchParams()];
  const at = PAST.has(path) ? parseMoment(query.get("as_of") ?? "") : null;
  const [now] = useState(Date.now);
  // What lies ahead is now.
  return at && at.getTime() < now ? null : children;
}
