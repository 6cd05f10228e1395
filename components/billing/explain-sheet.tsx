"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Sheet } from "@/components/ui/dialog";

/** The panel that explains a row. The URL opens it, so that it can be sent to someone; closing takes it out of the URL. */
export function ExplainSheet({ children }: { children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const close = () => {
    const rest = new URLSearchParams(params);
    rest.delete("explain");
    router.push(`${path}?${rest.toString()}` as "/billing", { scroll: false });
  };
  return (
    <Sheet open onOpenChange={(open) => !open && close()} title="Why this amount?">
      {children}
    </Sheet>
  );
}
