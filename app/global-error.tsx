"use client";

import { PageError } from "@/components/shell/page-error";
import "./globals.css";

/** The last resort, when even the frame of the page failed. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Something went wrong · Ecu</title>
        <PageError {...props} />
      </body>
    </html>
  );
}
