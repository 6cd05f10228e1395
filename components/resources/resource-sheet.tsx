"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Sheet } from "@/components/ui/dialog";

/** The panel of a row. The URL opens it, so that it can be sent to someone; closing takes it out of the URL. */
export function ResourceSheet({
  title,
  name = "open",
  children,
}: {
  title: string;
  /** What opens it in the URL. */
  name?: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const close = () => {
    const rest = new URLSearchParams(params);
    rest.delete(name);
    const query = rest.toString();
    router.push((query ? `${path}?${query}` : path) as "/", { scroll: false });
  };
  return (
    <Sheet open onOpenChange={(open) => !open && close()} title={title}>
      {children}
    </Sheet>
  );
}
