"use client";

import { Toaster as Sonner } from "sonner";
import { useTheme } from "@/components/shell/theme";

/** Where short messages of what was done appear. */
export function Toaster() {
  const { isDark } = useTheme();
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
