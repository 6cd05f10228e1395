"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "./cn";

interface LinkTab {
  href: string;
  label: ReactNode;
  /** What the tabs share in the URL, such as the days: "range=7d". */
  search?: string;
}

/** What of a list lies beyond its edges. */
interface Beyond {
  left: boolean;
  right: boolean;
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
  const [beyond, setBeyond] = useState<Beyond>({ left: false, right: false });
  // Where there is no room for all of them, the one that is open is in sight. Only the list moves: the page stays where it is.
  useEffect(() => {
    const box = list.current;
    const tab = box?.querySelector<HTMLElement>("[aria-current]");
    if (box && tab)
      box.scrollTo({ left: tab.offsetLeft - (box.clientWidth - tab.offsetWidth) / 2, behavior: "instant" });
  }, [path]);
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const look = () => {
      const next = {
        left: box.scrollLeft > 1,
        right: box.scrollLeft + box.clientWidth < box.scrollWidth - 1,
      };
      setBeyond((before) => (before.left === next.left && before.right === next.right ? before : next));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, []);
  const turn = (direction: -1 | 1) =>
    list.current?.scrollBy({ left: direction * list.current.clientWidth * 0.7 });
  return (
    <div className="@container flex flex-wrap items-end justify-between gap-x-4">
      {/* The rule belongs to the tabs, as wide as all of it: so they meet also where the aside is below. */}
      <div className="relative isolate max-w-full min-w-0 after:pointer-events-none after:absolute after:bottom-0 after:left-0 after:w-[100cqw] after:border-b">
        <nav
          ref={list}
          aria-label={label}
          className="relative z-1 flex gap-3 overflow-x-auto scroll-smooth scroll-px-12 [scrollbar-width:none] 2xl:gap-5"
        >
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
        {beyond.left && <More side="left" onTurn={() => turn(-1)} />}
        {beyond.right && <More side="right" onTurn={() => turn(1)} />}
      </div>
      {aside && <div className="py-2">{aside}</div>}
    </div>
  );
}

/** Says that there are more tabs on this side, and shows them. Keys and readers need none: the list follows the focus. */
function More({ side, onTurn }: { side: "left" | "right"; onTurn: () => void }) {
  const Icon = side === "left" ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      onClick={onTurn}
      className={cn(
        "absolute inset-y-0 z-2 flex w-11 items-center from-canvas from-60% to-transparent text-ink-muted hover:text-ink",
        side === "left" ? "left-0 justify-start bg-linear-to-r" : "right-0 justify-end bg-linear-to-l",
      )}
    >
      <Icon className="size-4" aria-hidden />
    </button>
  );
}
