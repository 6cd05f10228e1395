import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "./button";

/** The way back to what a page is part of, above its title. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <LinkButton href={href as "/"} look="ghost" size="sm" className="-ml-2">
      <ArrowLeft aria-hidden />
      {children}
    </LinkButton>
  );
}
