"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/web/action-result";
import { told } from "./told";

/** The quiet button of a row, which has something done once more. A toast says what became of it: a row has no place for words. */
export function AgainButton<Data>({
  run,
  done,
  label,
  look = "row",
  children,
}: {
  run: () => Promise<ActionResult<Data>>;
  /** What is said when it is on its way. */
  done: string;
  /** What it does to which row, for those who hear it. */
  label: string;
  /** In the head of a card it is an ordinary button. */
  look?: "row" | "secondary";
  children: string;
}) {
  const { submit, busy } = useSubmit(
    () => told(run()),
    () => toast.success(done),
  );
  return (
    <Button
      look={look}
      size={look === "row" ? "sm" : "md"}
      busy={busy}
      onClick={() => submit(undefined)}
      aria-label={label}
    >
      {children}
    </Button>
  );
}
