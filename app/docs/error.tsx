"use client";

import { PageError } from "@/components/shell/page-error";

export default function DocsError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main">
      <PageError {...props} />
    </main>
  );
}
