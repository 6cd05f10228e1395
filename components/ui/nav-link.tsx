import type { LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { cn } from "./cn";

/** How a page looks in a list of them. */
export function navLook(isCurrent: boolean): string {
  return cn(
    "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm whitespace-nowrap transition-colors duration-100 md:h-8",
    isCurrent ? "bg-hover font-medium text-ink" : "text-ink-muted hover:bg-hover hover:text-ink",
  );
}

/** A page in a sidebar. Where the sidebar is a rail of icons, its name comes beside the one that is pointed at. */
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
      className={cn(navLook(current), "group/link relative")}
    >
      <Icon className={cn("size-4 shrink-0", current && "text-accent-ink")} aria-hidden />
      <span className="rail:pointer-events-none rail:absolute rail:left-full rail:ml-3 rail:rounded-md rail:border rail:bg-surface rail:px-2 rail:py-1 rail:text-ink rail:opacity-0 rail:shadow-float rail:group-hover/link:opacity-100 rail:group-focus-visible/link:opacity-100">
        {label}
      </span>
    </Link>
  );
}
