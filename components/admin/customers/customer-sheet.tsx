"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Sheet } from "@/components/ui/dialog";

/** A payment, or a transaction, beside the list that it is of. The URL opens it, so that it can be sent to a colleague. */
export function CustomerSheet({
  title,
  closed,
  children,
}: {
  title: string;
  /** The list alone. */
  closed: string;
  children: ReactNode;
}) {
  const router = useRouter();
  return (
    <Sheet open onOpenChange={(open) => !open && router.push(closed as "/", { scroll: false })} title={title}>
      {children}
    </Sheet>
  );
}
