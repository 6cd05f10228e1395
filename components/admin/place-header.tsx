"use client";

import { usePathname } from "next/navigation";
import { BackLink } from "@/components/ui/back-link";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { headingOf } from "./navigation";

/**
 * The heading of an operator's page: its name and the question that it answers, if it has no title of its own, the way back to the list that it is one of, and
 * in a list the button that makes one more.
 */
export function PlaceHeader() {
  const { label, description, above, make } = headingOf(usePathname());
  return (
    // Where the title is the page's own, it stands as near to the way back as one of here.
    <div className={label === null ? "mb-2" : "space-y-2"}>
      {above && <BackLink href={above.href}>All {above.label.toLowerCase()}</BackLink>}
      {label !== null && (
        <PageHeader
          title={label}
          description={description}
          actions={
            make && (
              <LinkButton href={make.href} look="primary">
                {make.label}
              </LinkButton>
            )
          }
        />
      )}
    </div>
  );
}
