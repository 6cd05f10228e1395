"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useState } from "react";
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
      <SideNavigation onNavigate={() => setOpen(false)} />
    </Sheet>
  );
}
