"use client";

import { PageError } from "@/components/shell/page-error";
import { Logo } from "@/components/ui/logo";

/** Whoever was sent here must know that nothing was agreed to. */
export default function ApproveError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 py-10">
      <Logo />
      <PageError
        {...props}
        cause="Something failed on our side, or the database is away for a moment. Showing this page approves nothing and holds nothing. Try again; if it happens again, send support the request id."
      />
    </main>
  );
}
