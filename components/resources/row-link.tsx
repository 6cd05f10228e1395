import Link from "next/link";
import type { ReactNode } from "react";

/** A link that covers its row of a table, so that a click anywhere opens it. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href as "/"}
      scroll={false}
      prefetch={false}
      className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
    >
      {children}
    </Link>
  );
}
