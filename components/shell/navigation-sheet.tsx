"use client";

import { SearchButton } from "@/components/palette/search-button";
import { NavigationSheet } from "@/components/ui/navigation-sheet";
import { SideNavigation } from "./side-navigation";

/** The sidebar of narrow windows. */
export function ConsoleNavigationSheet() {
  return (
    <NavigationSheet title="Pages">
      {(close) => (
        <>
          <SearchButton onOpen={close} />
          <SideNavigation onNavigate={close} />
        </>
      )}
    </NavigationSheet>
  );
}
