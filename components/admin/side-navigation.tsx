"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { NavLink } from "@/components/ui/nav-link";
import { ADMIN_NAVIGATION, OVERVIEW, placeOf } from "./navigation";

/** The operator's sidebar, also the content of the sheet in narrow windows. */
export function AdminSideNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const current = placeOf(usePathname());
  const list = useRef<HTMLElement>(null);
  // In a low window the list scrolls: the place that is open is in sight.
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const entry = (place: typeof OVERVIEW) => (
    <li key={place.href}>
      <NavLink {...place} current={place === current} onNavigate={onNavigate} />
    </li>
  );
  return (
    <nav ref={list} aria-label="Operator" className="space-y-2.5 pb-3">
      <ul>{entry(OVERVIEW)}</ul>
      {ADMIN_NAVIGATION.map(({ label, places }) => (
        <section key={label} aria-label={label}>
          <h2 className="px-2.5 pb-0.5 text-xs font-medium text-ink-muted">{label}</h2>
          <ul>{places.map(entry)}</ul>
        </section>
      ))}
    </nav>
  );
}
