"use client";

import "./globals.css";

/** The last resort, when even the frame of the page failed: nothing that could fail with it. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Something went wrong · Ecu</title>
        <main className="mx-auto max-w-prose px-4 py-24">
          <h1 className="text-lg font-semibold">This page could not be shown</h1>
          <p className="mt-2 text-ink-muted">
            Something failed on our side. Your credit and your data are not affected. Try again; if it happens
            again, send support the request id.
          </p>
          {error.digest && <p className="mt-2 font-mono text-xs text-ink-muted">Request {error.digest}</p>}
          <button
            type="button"
            onClick={reset}
            className="mt-4 h-9 rounded-md border border-line-strong bg-surface px-3 font-medium hover:bg-hover"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
