"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/dialog";
import { Logo } from "@/components/ui/logo";
import { AdminSideNavigation } from "./side-navigation";

/** The operator's sidebar in narrow windows. */
export function AdminNavigationSheet() {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      side="left"
      open={open}
      onOpenChange={setOpen}
      title={
        <>
          <Logo />
          <span className="sr-only">Operator’s pages</span>
        </>
      }
      trigger={
        <Button look="ghost" size="icon" aria-label="Open navigation" className="md:hidden">
          <MenuIcon aria-hidden />
        </Button>
      }
    >
      <AdminSideNavigation onNavigate={() => setOpen(false)} />
    </Sheet>
  );
}
