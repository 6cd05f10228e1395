"use client";

import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { takeMessages, waitingMessages } from "./toast";

/**
 * Where short messages of what was done appear. Their script comes after the page; where it does not come, because the connection is lost or there is a
 * newer version, they stand here plainly, and each message asks for it once more.
 */
export function Toaster() {
  const { watch, read, readOnServer } = waitingMessages;
  const messages = useSyncExternalStore(watch, read, readOnServer);
  const [Parts, setParts] = useState<ComponentType | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (Parts) return;
    import("./toaster-parts").then(
      (parts) => setParts(() => parts.Toaster),
      () => setMissing(true),
    );
  }, [Parts, messages]);
  if (Parts) return <Parts />;
  if (!isMissing || messages.length === 0) return null;
  return (
    <div
      role="alert"
      className="fixed right-4 bottom-4 left-4 z-50 flex items-center gap-3 rounded-lg border bg-surface px-4 py-3 text-sm text-ink shadow-float sm:left-auto sm:max-w-96"
    >
      <div className="min-w-0 flex-1 space-y-1">
        {messages.map(({ text }, at) => (
          <p key={at}>{text}</p>
        ))}
      </div>
      <Button size="sm" onClick={takeMessages}>
        Close
      </Button>
    </div>
  );
}
