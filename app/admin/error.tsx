"use client";

import { PageError } from "@/components/shell/page-error";

/** An operator's page that failed, within its frame. */
export default function AdminError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PageError
      {...props}
      cause="Something failed, or the database is away for a moment. Nothing was changed. Try again; if it happens again, look for the request id in the log."
    />
  );
}
