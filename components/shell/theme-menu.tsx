"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";

/** Light, dark, or as the system says. The icon follows the class on the page, so that it is right before scripts run. */
export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
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
      <MenuChoices value={theme} onValueChange={setTheme}>
        <MenuChoice value="light">
          <span className="flex items-center gap-2">
            <Sun aria-hidden /> Light
          </span>
        </MenuChoice>
        <MenuChoice value="dark">
          <span className="flex items-center gap-2">
            <Moon aria-hidden /> Dark
          </span>
        </MenuChoice>
        <MenuChoice value="system">
          <span className="flex items-center gap-2">
            <Monitor aria-hidden /> System
          </span>
        </MenuChoice>
      </MenuChoices>
    </Menu>
  );
}
