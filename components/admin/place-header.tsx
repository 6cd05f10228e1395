"use client";

import { usePathname } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { headingOf } from "./navigation";

/** The heading of an operator's page: its name and the question that it answers, if it has no title of its own, and the way back to the list that it is one of. */
export function PlaceHeader() {
  const { label, description, above } = headingOf(usePathname());
  return (
    <div className="space-y-2">
      {above && (
        <p className="text-sm">
          <TextLink href={above.href as "/"}>All {above.label.toLowerCase()}</TextLink>
        </p>
      )}
      {label !== null && <PageHeader title={label} description={description} />}
    </div>
  );
}
