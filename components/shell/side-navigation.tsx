"use client";

import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { NavLink } from "@/components/ui/nav-link";
import { NAVIGATION } from "./navigation";

/** The sidebar's list, also the content of the sheet in narrow windows. */
export function SideNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label="Console">
      <ul className="space-y-0.5">
        {NAVIGATION.map(({ href, label, icon, apart }) => {
          const current = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href} className={cn(apart && "mt-3 border-t pt-3")}>
              <NavLink {...{ href, label, icon, current, onNavigate }} />
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
