"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { navLook } from "@/components/ui/nav-link";
import type { SettingsGroup } from "./settings-pages";

/** The settings by groups: a sidebar of their own; on a phone a button that says where one is, and opens the list. */
export function SettingsNavigation({ groups }: { groups: readonly SettingsGroup[] }) {
  const path = usePathname();
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const isHere = (href: string) => path === href || path.startsWith(`${href}/`);
  const here = groups.flatMap(({ label, pages }) =>
    pages.filter(({ href }) => isHere(href)).map((page) => ({ group: label, page: page.label })),
  )[0];
  return (
    <nav
      aria-label="Settings"
      className="max-md:mb-6 md:sticky md:top-20 md:-m-1 md:max-h-[calc(100dvh-5.5rem)] md:self-start md:overflow-y-auto md:p-1"
      onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
        className="flex h-11 w-full items-center gap-2 rounded-md border border-line-strong bg-surface px-3 text-left text-sm hover:bg-hover md:hidden"
      >
        <span className="min-w-0 flex-1 truncate">
          {here && <span className="text-ink-muted">{here.group} / </span>}
          <span className="font-medium">{here?.page ?? "All settings"}</span>
        </span>
        <ChevronDown className={cn("size-4 shrink-0 text-ink-muted", isOpen && "rotate-180")} aria-hidden />
      </button>
      <div
        id={list}
        className={cn(
          "space-y-4 max-md:mt-1 max-md:rounded-md max-md:border max-md:bg-surface max-md:p-2 max-md:pt-3",
          !isOpen && "max-md:hidden",
        )}
      >
        {groups.map(({ label, pages }) => (
          <section key={label} aria-label={label}>
            <h2 className="px-2.5 pb-1 text-xs font-medium text-ink-muted">{label}</h2>
            <ul className="max-md:grid max-md:grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] md:space-y-px">
              {pages.map((page) => (
                <li key={page.href}>
                  <Link
                    href={page.href as "/"}
                    onClick={() => setOpen(false)}
                    aria-current={isHere(page.href) ? (path === page.href ? "page" : "true") : undefined}
                    className={cn(navLook(isHere(page.href)), "max-md:h-11")}
                  >
                    {page.label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
