import type { ReactNode } from "react";

/** A part of a panel under its own heading. */
export function PanelPart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-muted">{title}</h3>
      {children}
    </section>
  );
}
