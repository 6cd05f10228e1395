"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Toaster } from "@/components/ui/toaster";
import type { Theme } from "@/lib/values/display/theme";
import { askNumberStyle, readStyle } from "@/lib/values/display/number-style";
import { ThemeProvider } from "./theme";

// In a browser the page says it, before anything of it is shown. (On the server this module must not answer for all readers.)
if (typeof document !== "undefined") {
  const style = readStyle(document.documentElement.dataset.numbers);
  askNumberStyle(() => style);
}

/** What every page stands in: theme, fetched data, and short messages. */
export function Providers({ theme, children }: { theme: Theme; children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
      }),
  );
  return (
    <ThemeProvider initial={theme}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      <Toaster />
    </ThemeProvider>
  );
}
