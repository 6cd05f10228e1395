"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** All calls once stood on one page, and addresses of them are kept: each leads on, from the link to the call that now has its name, to the call. */
export function OldAnchors() {
  const router = useRouter();
  useEffect(() => {
    const follow = () => {
      const named = document.getElementById(window.location.hash.slice(1));
      const href = named instanceof HTMLAnchorElement && named.getAttribute("href");
      if (href) router.replace(href as "/");
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [router]);
  return null;
}
