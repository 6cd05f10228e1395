"use client";

import { useState, useTransition } from "react";
import { type ActionResult, faultOf } from "@/lib/web/action-result";

interface Submit<Input> {
  submit: (input: Input) => void;
  busy: boolean;
  /** What is wrong with one field, to stand under it. */
  fault: (field: string) => string | undefined;
  /** What is wrong as a whole; null when nothing is, or when fields say it. */
  message: string | null;
  requestId: string | undefined;
  reset: () => void;
}

/**
 * Runs a server action for a form: busy while it runs, its refusals beside their fields, and what was typed kept.
 * A lost connection is a message too, never a crash.
 */
export function useSubmit<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  onDone?: (data: Data, input: Input) => void,
): Submit<Input> {
  const [result, setResult] = useState<ActionResult<Data> | null>(null);
  const [lost, setLost] = useState(false);
  const [busy, start] = useTransition();
  const submit = (input: Input) =>
    start(async () => {
      setLost(false);
      const answer = await action(input).catch((error: unknown) => {
        if (isNavigation(error)) throw error;
        return null;
      });
      if (!answer) return setLost(true);
      setResult(answer);
      if (answer.ok) onDone?.(answer.data, input);
    });
  const refused = result && !result.ok ? result : null;
  return {
    submit,
    busy,
    fault: (field) => faultOf(result, field),
    message: lost
      ? "The server could not be reached. Nothing was saved; check the connection and try again."
      : refused && refused.faults.length === 0
        ? refused.message
        : null,
    requestId: refused?.requestId,
    reset: () => setResult(null),
  };
}

// Next navigates out of an action by throwing; those errors carry a digest and are its own.
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
