"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { ADMIN_NAVIGATION, OVERVIEW, placeOf } from "./navigation";

/** The operator's sidebar, also the content of the sheet in narrow windows. */
export function AdminSideNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const current = placeOf(usePathname());
  const entry = (place: typeof OVERVIEW) => (
    <Entry key={place.href} place={place} current={place === current} onNavigate={onNavigate} />
  );
  return (
    <nav aria-label="Operator" className="space-y-4 pb-4">
      <ul>{entry(OVERVIEW)}</ul>
      {ADMIN_NAVIGATION.map(({ label, places }) => (
        <section key={label} aria-label={label}>
          <h2 className="px-2.5 pb-1 text-xs font-medium text-ink-muted">{label}</h2>
          <ul className="space-y-0.5">{places.map(entry)}</ul>
        </section>
      ))}
    </nav>
  );
}

function Entry({
  place: { href, label, icon: Icon },
  current,
  onNavigate,
}: {
  place: typeof OVERVIEW;
  current: boolean;
  onNavigate: (() => void) | undefined;
}) {
  return (
    <li>
      <Link
        href={href as "/"}
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
    </li>
  );
}
