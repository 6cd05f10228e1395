"use client";

import { NavigationSheet } from "@/components/ui/navigation-sheet";
import { AdminSideNavigation } from "./side-navigation";

/** The operator's sidebar in narrow windows. */
export function AdminNavigationSheet() {
  return (
    <NavigationSheet title="Operator’s pages">
      {(close) => <AdminSideNavigation onNavigate={close} />}
    </NavigationSheet>
  );
}
