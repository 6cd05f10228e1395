"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";

/** A button that does something at once, and says what became of it. */
export function RunButton<Data>({
  run,
  done,
  children,
  ...look
}: {
  run: () => Promise<ActionResult<Data>>;
  done: (data: Data) => string;
  children: string;
  look?: "primary" | "secondary" | "row";
  size?: "sm" | "md";
  "aria-label"?: string;
}) {
  const { submit, busy, message } = useSubmit(run, (data) => toast.success(done(data)));
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button {...look} busy={busy} onClick={() => submit(undefined)}>
        {children}
      </Button>
      {message && (
        <span role="alert" className="text-xs text-bad">
          {message}
        </span>
      )}
    </span>
  );
}
