"use client";

import { Menu as MenuIcon, Search } from "lucide-react";
import { useState } from "react";
import { showPalette } from "@/components/palette/palette-store";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/dialog";
import { Logo } from "@/components/ui/logo";
import { SideNavigation } from "./side-navigation";

/** The sidebar of narrow windows. */
export function NavigationSheet() {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      side="left"
      open={open}
      onOpenChange={setOpen}
      title={
        <>
          <Logo />
          <span className="sr-only">Pages</span>
        </>
      }
      trigger={
        <Button look="ghost" size="icon" aria-label="Open navigation" className="md:hidden">
          <MenuIcon aria-hidden />
        </Button>
      }
    >
      <Button
        className="mb-3 w-full justify-start text-ink-muted sm:hidden"
        onClick={() => {
          setOpen(false);
          showPalette("search");
        }}
      >
        <Search aria-hidden /> Search…
      </Button>
      <SideNavigation onNavigate={() => setOpen(false)} />
    </Sheet>
  );
}
