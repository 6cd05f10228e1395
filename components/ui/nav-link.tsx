import type { LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { cn } from "./cn";

/** A page in a sidebar. */
export function NavLink({
  href,
  label,
  icon: Icon,
  current,
  onNavigate,
}: {
  href: string;
  label: string;
  icon: LucideIcon;
  current: boolean;
  onNavigate?: (() => void) | undefined;
}) {
  return (
    <Link
      href={href as Route}
      onClick={onNavigate}
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors duration-100 md:h-8",
        current ? "bg-hover font-medium text-ink" : "text-ink-muted hover:bg-hover hover:text-ink",
      )}
    >
      <Icon className={cn("size-4 shrink-0", current && "text-accent-ink")} aria-hidden />
      {label}
    </Link>
  );
}
