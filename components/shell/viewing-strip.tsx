"use client";

import { Eye } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { View } from "@/lib/accounts/find-session";
import { leaveView } from "@/lib/backoffice/views/actions";

/** On every page while an operator sees an account as its people do: whose it is, that nothing can be changed, and the way out. */
export function ViewingStrip({ view }: { view: View }) {
  const [busy, start] = useTransition();
  return (
    <section
      aria-label="View of an account"
      data-print="none"
      className="sticky top-0 z-50 flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-warn-line bg-warn-soft px-4 py-1.5 text-sm text-ink"
    >
      <p className="flex min-w-0 items-center gap-2">
        <Eye className="size-4 shrink-0 text-warn" aria-hidden />
        <span className="min-w-0">
          You see <strong className="font-semibold break-words">{view.accountName}</strong> as its people do,
          to read only, until {view.expiresAt.slice(11, 16)} UTC.
        </span>
      </p>
      <Button
        size="sm"
        busy={busy}
        onClick={() =>
          start(async () => {
            const result = await leaveView({});
            // A redirect answers with nothing.
            if (result && !result.ok) toast.error(result.message);
          })
        }
      >
        Leave the view
      </Button>
    </section>
  );
}
