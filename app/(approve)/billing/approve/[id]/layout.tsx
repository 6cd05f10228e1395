import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findRequest } from "./find-request";

/** Before anything is shown, so that a request of nobody's answers 404. */
export default async function ApproveLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  const { id } = await params;
  if (!(await findRequest(id, undefined))) notFound();
  return children;
}
