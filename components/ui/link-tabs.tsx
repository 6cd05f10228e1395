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
  const list = useRef<HTMLElement>(null);
  // Where there is no room for all of them, the one that is open is in sight.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [path]);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 border-b">
      <nav ref={list} aria-label={label} className="-mb-px flex gap-5 overflow-x-auto">
        {tabs.map((tab) => {
          const current = path === tab.href;
          return (
            <Link
              key={tab.href}
              href={(tab.search ? `${tab.href}?${tab.search}` : tab.href) as "/"}
              scroll={false}
              aria-current={current ? "page" : undefined}
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
      {aside && <div className="py-2">{aside}</div>}
    </div>
  );
}
