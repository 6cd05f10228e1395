"use client";

import { usePathname } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { placeOf } from "./navigation";

/** The heading of every operator's page: the name of its place and the question that it answers. */
export function PlaceHeader() {
  const { label, description } = placeOf(usePathname());
  return <PageHeader title={label} description={description} />;
}
