"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { tortureNow } from "@/lib/backoffice/torture/actions";

const LOOK_MS = 4_000;

/** Begins a run, and looks how far it is while it runs. */
export function RunTorture({ isRunning }: { isRunning: boolean }) {
  const router = useRouter();
  const { submit, busy, message } = useSubmit(tortureNow, () =>
    toast.success("The worker replays the events"),
  );
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => router.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  return (
    <>
      {message && (
        <p className="self-center text-sm text-bad" role="alert">
          {message}
        </p>
      )}
      <Button
        busy={busy}
        disabled={isRunning}
        onClick={() => submit({ seed: 1 + (Math.floor(Date.now() / 1_000) % 999_999_998) })}
      >
        Replay now
      </Button>
    </>
  );
}
