"use client";

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import { saveTheme } from "@/lib/accounts/personal/actions";
import type { Theme } from "@/lib/values/display/theme";

/** Remembers the theme for pages that are seen without signing in. */
const COOKIE = "ecu_theme";
const YEAR_S = 31_536_000;
const DARK = "(prefers-color-scheme: dark)";

interface Themes {
  theme: Theme;
  isDark: boolean;
  /** Wears it at once, and keeps it for this person everywhere. */
  setTheme: (theme: Theme) => void;
}

const Context = createContext<Themes>({ theme: "system", isDark: false, setTheme: () => undefined });

/** Light, dark, or as the device says. The server has set the page's class before the first paint. */
export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, wear] = useState(initial);
  const deviceIsDark = useDeviceIsDark();
  const isDark = theme === "dark" || (theme === "system" && deviceIsDark);
  // The device is asked itself: while the page comes to life, what is known of it is still the server's guess.
  useEffect(
    () => dress(theme === "dark" || (theme === "system" && matchMedia(DARK).matches)),
    [theme, deviceIsDark],
  );
  const setTheme = (next: Theme) => {
    wear(next);
    document.cookie = `${COOKIE}=${next}; path=/; max-age=${YEAR_S}; samesite=lax`;
    // What cannot be kept is worn all the same.
    void saveTheme({ theme: next }).catch(() => undefined);
  };
  return <Context value={{ theme, isDark, setTheme }}>{children}</Context>;
}

/** The theme of the page. */
export function useTheme(): Themes {
  return use(Context);
}

/** Everything at once: colours that fade one by one would flicker. */
function dress(isDark: boolean): void {
  const { classList } = document.documentElement;
  if (classList.contains("dark") === isDark) return;
  classList.add("undressed");
  classList.toggle("dark", isDark);
  void getComputedStyle(document.documentElement).color;
  requestAnimationFrame(() => classList.remove("undressed"));
}

function useDeviceIsDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(DARK);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(DARK).matches,
    () => false,
  );
}
