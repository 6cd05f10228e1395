"use client";

import { PageError } from "@/components/shell/page-error";
import { Logo } from "@/components/ui/logo";

/** Whoever cannot sign in has no console to go back to. */
export default function AuthError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="px-4 py-10">
      <Logo className="justify-center" />
      <PageError
        {...props}
        cause="Something failed on our side, or the database is away for a moment. Nothing was changed, and nobody was signed in or out. Try again; if it happens again, send support the request id."
      />
    </main>
  );
}
