import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";

/** A page by itself, for one decision: whose account it is above, nothing that leads away beside it. */
export function ApprovalFrame({
  accountName,
  person,
  children,
}: {
  accountName: string;
  person: string;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col px-4 py-6 sm:py-10">
      <header className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Logo />
        <p className="min-w-0 text-right text-sm">
          <span className="block truncate font-medium">{accountName}</span>
          <span className="block truncate text-xs text-ink-muted">{person}</span>
        </p>
      </header>
      <main id="main">{children}</main>
    </div>
  );
}
