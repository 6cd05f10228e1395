"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { NAVIGATION } from "./navigation";

/** The sidebar's list, also the content of the sheet in narrow windows. */
export function SideNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label="Console">
      <ul className="space-y-0.5">
        {NAVIGATION.map(({ href, label, icon: Icon, apart }) => {
          const current = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href} className={cn(apart && "mt-3 border-t pt-3")}>
              <Link
                href={href}
                onClick={onNavigate}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors duration-100 md:h-8",
                  current ? "bg-hover font-medium text-ink" : "text-ink-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon className={cn("size-4", current && "text-accent-ink")} aria-hidden />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
