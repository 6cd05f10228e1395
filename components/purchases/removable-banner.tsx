"use client";

import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

const YEAR_SECONDS = 31_536_000;

/** A warning that can be put away in this browser: `cookie` is what remembers it, as name=value. */
export function RemovableBanner({
  cookie,
  action,
  children,
}: {
  cookie: string;
  action: ReactNode;
  children: ReactNode;
}) {
  const [removed, setRemoved] = useState(false);
  if (removed) return null;
  const remove = () => {
    document.cookie = `${cookie}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    setRemoved(true);
  };
  return (
    <Banner
      tone="warn"
      className="mb-6"
      action={
        <span className="flex items-center gap-1">
          {action}
          <Button look="ghost" size="icon" aria-label="Put this notice away" onClick={remove}>
            <X aria-hidden />
          </Button>
        </span>
      }
    >
      {children}
    </Banner>
  );
}
