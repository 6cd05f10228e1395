import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not found" };

/** A mistyped address below `/admin`: said within the operator's frame, which is not there for anybody else. */
export default function LostPage() {
  notFound();
}
