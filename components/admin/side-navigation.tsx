"use client";

import { usePathname } from "next/navigation";
import { NavLink } from "@/components/ui/nav-link";
import { ADMIN_NAVIGATION, OVERVIEW, placeOf } from "./navigation";

/** The operator's sidebar, also the content of the sheet in narrow windows. */
export function AdminSideNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const current = placeOf(usePathname());
  const entry = (place: typeof OVERVIEW) => (
    <li key={place.href}>
      <NavLink {...place} current={place === current} onNavigate={onNavigate} />
    </li>
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
