import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Not found" };

/**
 * A mistyped address among the settings: said inside the console. It stands beside `(console)`, whose `loading.tsx` would let the answer begin
 * as found.
 */
export default async function LostPage() {
  await pageContext();
  notFound();
}
