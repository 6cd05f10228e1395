"use client";

import { Menu as MenuIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Sheet } from "./dialog";
import { Logo } from "./logo";

/** The sidebar of narrow windows. What it holds gets what closes it. */
export function NavigationSheet({
  title,
  children,
}: {
  /** What its pages are, for readers. */
  title: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      side="left"
      open={open}
      onOpenChange={setOpen}
      title={
        <>
          <Logo />
          <span className="sr-only">{title}</span>
        </>
      }
      trigger={
        <Button look="ghost" size="icon" aria-label="Open navigation" className="md:hidden">
          <MenuIcon aria-hidden />
        </Button>
      }
    >
      {children(() => setOpen(false))}
    </Sheet>
  );
}
