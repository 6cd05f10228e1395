"use client";

import { useEffect, useSyncExternalStore } from "react";
import { toast, Toaster as Sonner } from "sonner";
import { useTheme } from "@/components/shell/theme";
import { takeMessages, waitingMessages } from "./toast";

/** Shows each message for a while. */
export function Toaster() {
  const { isDark } = useTheme();
  const { watch, read, readOnServer } = waitingMessages;
  const messages = useSyncExternalStore(watch, read, readOnServer);
  // After the effects of what shows them: what is said before it listens would be lost.
  useEffect(() => {
    for (const { kind, text } of takeMessages()) toast[kind](text);
  }, [messages]);
  return (
    <Sonner
      theme={isDark ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-2.5 rounded-lg border bg-surface px-4 py-3 text-sm text-ink shadow-float font-sans",
        },
      }}
    />
  );
}
