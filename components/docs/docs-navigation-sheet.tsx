"use client";

import { NavigationSheet } from "@/components/ui/navigation-sheet";
import type { Contents } from "./contents";
import { DocsNavigation } from "./docs-navigation";

/** The contents in a narrow window. */
export function DocsNavigationSheet({ contents }: { contents: readonly Contents[] }) {
  return (
    <NavigationSheet title="Documentation">
      {(close) => <DocsNavigation contents={contents} onNavigate={close} />}
    </NavigationSheet>
  );
}
