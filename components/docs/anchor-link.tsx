import type { ReactNode } from "react";

/** The words of a heading as the link to it: the address bar then has what can be sent to others. */
export function AnchorLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a href={`#${id}`} className="group rounded-sm">
      {children}
      <span
        className="ml-1.5 font-normal text-ink-muted opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
        aria-hidden
      >
        #
      </span>
    </a>
  );
}
