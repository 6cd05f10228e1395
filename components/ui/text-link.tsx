import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A link within text: underlined, so that it is not told by colour alone. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        "rounded-sm text-accent-ink underline decoration-accent-ink/40 underline-offset-3 hover:decoration-accent-ink",
        className,
      )}
      {...props}
    />
  );
}
