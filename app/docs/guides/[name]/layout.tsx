import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { GUIDES } from "@/components/docs/guides";

/** Before anything is shown, so that an address of no guide answers 404. */
export default async function GuideLayout({
  params,
  children,
}: {
  params: Promise<{ name: string }>;
  children: ReactNode;
}) {
  const { name } = await params;
  if (!GUIDES.some((guide) => guide.name === name)) notFound();
  return children;
}
