"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn";

interface LinkTab {
  href: string;
  label: ReactNode;
  /** What the tabs share in the URL, such as the days: "range=7d". */
  search?: string;
}

/** Tabs that are pages of their own: a tab is a link, and Back goes to the one before. */
export function LinkTabs({
  label,
  tabs,
  aside,
}: {
  label: string;
  tabs: readonly LinkTab[];
  aside?: ReactNode;
}) {
  const path = usePathname();
  // A page below a tab's belongs to it, unless a tab of its own is nearer.
  const open = tabs
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .reduce((nearest, { href }) => (href.length > nearest.length ? href : nearest), "");
  const list = useRef<HTMLElement>(null);
  // Where there is no room for all of them, the one that is open is in sight. Only the list moves: the page stays where it is.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (list.current && tab)
      list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2;
  }, [path]);
  return (
    <div className="@container flex flex-wrap items-end justify-between gap-x-4">
      {/* The rule belongs to the tabs, as wide as all of it: so they meet also where the aside is below. */}
      <div className="relative isolate max-w-full min-w-0 after:pointer-events-none after:absolute after:bottom-0 after:left-0 after:w-[100cqw] after:border-b">
        <nav ref={list} aria-label={label} className="relative z-1 flex gap-3 overflow-x-auto 2xl:gap-5">
          {tabs.map((tab) => {
            const current = tab.href === open;
            return (
              <Link
                key={tab.href}
                href={(tab.search ? `${tab.href}?${tab.search}` : tab.href) as "/"}
                scroll={false}
                aria-current={current ? (path === tab.href ? "page" : "true") : undefined}
                className={cn(
                  "border-b-2 px-0.5 py-2.5 text-sm font-medium whitespace-nowrap transition-colors duration-100",
                  current ? "border-accent-ink text-ink" : "border-transparent text-ink-muted hover:text-ink",
                )}
              >
                {tab.label}
              </Link>
            );
          })}
        </nav>
      </div>
      {aside && <div className="py-2">{aside}</div>}
    </div>
  );
}
