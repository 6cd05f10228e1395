import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A link that looks like what it stands in until somebody points at it. */
export function PlainLink({
  className,
  href,
  ...props
}: Omit<ComponentProps<typeof Link>, "href"> & { href: string }) {
  return (
    <Link
      href={href as "/"}
      prefetch={false}
      scroll={false}
      className={cn(
        "inline-flex min-h-6 items-center rounded-sm underline-offset-3 hover:underline",
        className,
      )}
      {...props}
    />
  );
}
