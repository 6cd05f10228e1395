"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyId } from "./copy-id";
import { EmptyState } from "./empty-state";

/** What failed, what to do, and the id by which support finds it. */
export function ErrorState({
  title,
  cause,
  requestId,
  onRetry,
  busy = false,
}: {
  title: string;
  cause: ReactNode;
  requestId?: string | undefined;
  onRetry?: () => void;
  busy?: boolean;
}) {
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={title}
        actions={
          onRetry && (
            <Button onClick={onRetry} busy={busy}>
              {!busy && <RotateCw aria-hidden />}
              Try again
            </Button>
          )
        }
      >
        <p>{cause}</p>
        {requestId && (
          <p className="mt-2 inline-flex items-center gap-1.5 text-xs">
            Request <CopyId id={requestId} label="request id" />
          </p>
        )}
      </EmptyState>
    </div>
  );
}
