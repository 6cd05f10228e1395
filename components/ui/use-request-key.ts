import { useEffect, useRef } from "react";
import { v4 } from "uuid";

/**
 * The key of what a form asks for: a second click on the same is the same request, another amount is another one. A page
 * that the browser brings back from its memory begins anew.
 */
export function useRequestKey(): (what: string) => string {
  const last = useRef({ what: "", key: "" });
  useEffect(() => {
    const forget = ({ persisted }: PageTransitionEvent) => {
      if (persisted) last.current = { what: "", key: "" };
    };
    window.addEventListener("pageshow", forget);
    return () => window.removeEventListener("pageshow", forget);
  }, []);
  return (what) => {
    if (last.current.what !== what) last.current = { what, key: v4() };
    return last.current.key;
  };
}
