"use client";

import { PageError } from "@/components/shell/page-error";

/** A page outside of the console that failed. */
export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main">
      <PageError {...props} />
    </main>
  );
}
