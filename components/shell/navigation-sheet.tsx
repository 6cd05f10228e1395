"use client";

import { Search } from "lucide-react";
import { showPalette } from "@/components/palette/palette-store";
import { Button } from "@/components/ui/button";
import { NavigationSheet } from "@/components/ui/navigation-sheet";
import { SideNavigation } from "./side-navigation";

/** The sidebar of narrow windows. */
export function ConsoleNavigationSheet() {
  return (
    <NavigationSheet title="Pages">
      {(close) => (
        <>
          <Button
            className="mb-3 w-full justify-start text-ink-muted sm:hidden"
            onClick={() => {
              close();
              showPalette("search");
            }}
          >
            <Search aria-hidden /> Search…
          </Button>
          <SideNavigation onNavigate={close} />
        </>
      )}
    </NavigationSheet>
  );
}
