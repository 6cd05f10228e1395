import type { ReactNode } from "react";

/**
 * What ends a form or a dialog: a note at the left, and the buttons, of which the last one acts. The rule of phones: here buttons are as wide as the form, the one that
 * acts above the others; everywhere else they are as wide as their words, in a line that wraps.
 */
export function FormFoot({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div data-form-foot className="flex grow flex-wrap items-center justify-end gap-x-4 gap-y-2">
      {note && (
        <div className="min-w-0 flex-1 text-xs text-ink-muted empty:hidden max-sm:basis-full">{note}</div>
      )}
      <div className="flex flex-wrap justify-end gap-2 max-sm:w-full max-sm:flex-col-reverse">{children}</div>
    </div>
  );
}
