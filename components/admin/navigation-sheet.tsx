"use client";

import { SearchButton } from "@/components/palette/search-button";
import { NavigationSheet } from "@/components/ui/navigation-sheet";
import { AdminSideNavigation } from "./side-navigation";

/** The operator's sidebar in narrow windows. */
export function AdminNavigationSheet() {
  return (
    <NavigationSheet title="Operator’s pages">
      {(close) => (
        <>
          <SearchButton onOpen={close} />
          <AdminSideNavigation onNavigate={close} />
        </>
      )}
    </NavigationSheet>
  );
}
