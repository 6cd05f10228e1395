"use client";

import dynamic from "next/dynamic";

/** Where short messages of what was done appear. */
export const Toaster = dynamic(() => import("./toaster-parts").then((parts) => parts.Toaster), {
  ssr: false,
});
