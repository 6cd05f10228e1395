"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

/** As far below the header as a section begins that is being read. */
const READING_PX = 120;

/** The id of the section that is being read; null above the first. */
export function useSectionInSight(): string | null {
  const path = usePathname();
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      // Asked for each time: a page may come later than its address.
      const sections = [...document.querySelectorAll<HTMLElement>("main [data-section]")];
      const isAtEnd =
        window.scrollY > 0 && window.innerHeight + window.scrollY >= document.body.scrollHeight - 2;
      const named = sections.find((one) => `#${one.id}` === window.location.hash);
      // At the page's end several sections are in sight that can never come to its top: the one that was asked for is meant.
      const last = isAtEnd && named && named.getBoundingClientRect().top > READING_PX ? named : undefined;
      const read = last ?? sections.findLast((one) => one.getBoundingClientRect().top <= READING_PX);
      setId(read?.id ?? null);
    };
    const ask = () => {
      asked ||= requestAnimationFrame(look);
    };
    ask();
    window.addEventListener("scroll", ask, { passive: true });
    window.addEventListener("hashchange", ask);
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener("scroll", ask);
      window.removeEventListener("hashchange", ask);
    };
  }, [path]);
  return id;
}
