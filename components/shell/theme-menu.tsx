"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { useTheme } from "./theme";

const THEMES = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "System", icon: Monitor },
] as const;

/** Light, dark, or as the system says, within a menu. */
export function ThemeChoices() {
  const { theme, setTheme } = useTheme();
  return (
    <MenuChoices
      value={theme}
      onValueChange={(chosen) => {
        const next = THEMES.find(({ value }) => value === chosen);
        if (next) setTheme(next.value);
      }}
    >
      {THEMES.map(({ value, label, icon: Icon }) => (
        <MenuChoice key={value} value={value}>
          <span className="flex items-center gap-2">
            <Icon aria-hidden /> {label}
          </span>
        </MenuChoice>
      ))}
    </MenuChoices>
  );
}

/** The icon follows the class on the page, so that it is right before scripts run. */
export function ThemeMenu() {
  return (
    <Menu
      className="min-w-36"
      trigger={
        <Button look="ghost" size="icon" aria-label="Theme">
          <Sun className="dark:hidden" aria-hidden />
          <Moon className="hidden dark:block" aria-hidden />
        </Button>
      }
    >
      <ThemeChoices />
    </Menu>
  );
}
