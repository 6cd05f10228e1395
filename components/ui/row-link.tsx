import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A link that covers its row of a table, so that a click anywhere opens it. What of the row is to be pointed at by itself stands above it (`relative`). */
export function RowLink({
  href,
  className,
  ...props
}: Omit<ComponentProps<typeof Link>, "href"> & { href: string }) {
  return (
    <Link
      href={href as "/"}
      prefetch={false}
      className={cn(
        "after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink",
        className,
      )}
      {...props}
    />
  );
}
