"use client";

import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { showPalette } from "./palette-store";

/** Opens the palette from the sheet of a window whose header has no room for it. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  return (
    <Button
      className="mb-3 w-full justify-start text-ink-muted sm:hidden"
      onClick={() => {
        onOpen();
        showPalette("search");
      }}
    >
      <Search aria-hidden /> Search…
    </Button>
  );
}
