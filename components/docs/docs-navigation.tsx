"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { type Contents, narrowed, type Place, placeOf } from "./contents";
import { useSectionInSight } from "./use-section-in-sight";

/** Everything that can be read, by groups: narrowed down by what is typed, with what is being read marked and in sight. */
export function DocsNavigation({
  contents,
  onNavigate,
}: {
  contents: readonly Contents[];
  onNavigate?: () => void;
}) {
  const router = useRouter();
  const path = usePathname();
  const section = useSectionInSight();
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const found = narrowed(contents, typed);
  const first = found[0]?.places[0];
  const here = section === null ? path : `${path}#${section}`;
  const currentOf = (href: string) =>
    href === here && section !== null ? "location" : href === path ? "page" : undefined;
  // The list alone moves: the page stays where it is read.
  useEffect(() => {
    const box = list.current;
    const current = box?.querySelector<HTMLElement>("[aria-current=location]");
    if (!box || !current) return;
    const { top, bottom } = current.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - box.clientHeight / 2;
  }, [here]);
  return (
    <nav aria-label="Documentation" className="flex min-h-0 flex-1 flex-col text-sm">
      <form
        role="search"
        className="relative shrink-0 pb-5 max-md:sticky max-md:top-0 max-md:z-1 max-md:bg-surface"
        onSubmit={(event) => {
          event.preventDefault();
          if (!first || typed.trim() === "") return;
          onNavigate?.();
          router.push(first.href as "/");
        }}
      >
        <Search className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-ink-muted" aria-hidden />
        <Input
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          maxLength={100}
          autoComplete="off"
          aria-label="Find a call or a guide"
          placeholder="Find a call or a guide"
          className="pl-8"
        />
      </form>
      <p className="sr-only" role="status">
        {typed.trim() !== "" && found.length === 0 && "Nothing is found"}
      </p>
      <div ref={list} className="-mx-1 min-h-0 flex-1 space-y-5 overflow-y-auto overscroll-contain px-1 pb-8">
        {found.map(({ label, places }) => (
          <section key={label} aria-label={label}>
            <h2 className="px-2.5 pb-1 text-xs font-medium text-ink-muted">{label}</h2>
            <ul className="space-y-px">
              {places.map((place) => (
                <li key={place.href}>
                  <PlaceLink place={place} current={currentOf(place.href)} onNavigate={onNavigate} />
                  {place.sections && place.href === path && (
                    <ul className="my-1 ml-2.5 border-l pl-1.5">
                      {place.sections.map((section) => (
                        <li key={section.id}>
                          <PlaceLink
                            place={placeOf(path, section)}
                            current={currentOf(`${path}#${section.id}`)}
                            onNavigate={onNavigate}
                          />
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && (
          <p className="px-2.5 text-ink-muted">Nothing here is called “{typed.trim()}”.</p>
        )}
      </div>
    </nav>
  );
}

function PlaceLink({
  place: { href, label, method },
  current,
  onNavigate,
}: {
  place: Place;
  current: "location" | "page" | undefined;
  onNavigate: (() => void) | undefined;
}) {
  return (
    <Link
      href={href as "/"}
      prefetch={false}
      onClick={onNavigate}
      aria-current={current}
      className={cn(
        "flex min-h-8 items-baseline justify-between gap-3 rounded-md px-2.5 py-1.5 transition-colors duration-100 max-md:min-h-10 max-md:items-center",
        current ? "font-medium text-ink" : "text-ink-muted hover:bg-hover hover:text-ink",
        current === "location" && "bg-hover",
      )}
    >
      <span className="min-w-0">{label}</span>
      {method && (
        <span className="shrink-0 font-mono text-xs font-normal text-ink-muted" aria-hidden>
          {method}
        </span>
      )}
    </Link>
  );
}
