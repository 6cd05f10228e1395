"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ErrorState } from "@/components/ui/error-state";

/** A page that failed: what to do, and the digest by which the log names the cause. */
export function PageError({
  error,
  reset,
  cause = "Something failed on our side, or the database is away for a moment. Your credit and your data are not affected. Try again; if it happens again, send support the request id.",
}: {
  error: Error & { digest?: string };
  reset: () => void;
  /** What happened, what it means for the reader, and what to do. */
  cause?: string;
}) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const retry = () => {
    // Without a digest it failed in the browser: its scripts are fetched again, which those of a new version need.
    if (error.digest === undefined) return window.location.reload();
    start(() => {
      router.refresh();
      reset();
    });
  };
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <ErrorState
        title="This page could not be shown"
        cause={cause}
        requestId={error.digest}
        onRetry={retry}
        busy={busy}
      />
    </div>
  );
}
