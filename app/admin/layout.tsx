import Link from "next/link";
import type { ReactNode } from "react";
import { AdminNavigationSheet } from "@/components/admin/navigation-sheet";
import { PlaceHeader } from "@/components/admin/place-header";
import { AdminSideNavigation } from "@/components/admin/side-navigation";
import { SignOut } from "@/components/admin/sign-out";
import { Palette } from "@/components/palette/palette";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { Badge } from "@/components/ui/badge";
import { Logo } from "@/components/ui/logo";
import { TextLink } from "@/components/ui/text-link";
import { pageOperator, pagePerson } from "@/lib/web/session";

/** The operator's pages. For everybody else they do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ actor }, { memberships, preferences }] = await Promise.all([pageOperator(), pagePerson()]);
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <aside
        className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r bg-surface px-3 md:flex"
        data-print="none"
      >
        <Link
          href="/admin"
          className="my-2 rounded-md px-2 py-1.5"
          aria-label="Ecu, to the operator’s overview"
        >
          <Logo />
        </Link>
        <AdminSideNavigation />
      </aside>
      <div className="min-w-0">
        <header
          className="sticky top-0 z-40 flex h-14 items-center gap-3 border-b bg-surface px-3 md:px-6"
          data-print="none"
        >
          <AdminNavigationSheet />
          <Badge tone="accent">Operator</Badge>
          <Palette
            hasShortcuts={preferences.hasShortcuts}
            current={null}
            memberships={memberships}
            permissions={null}
            isOperator
          />
          <div className="ml-auto flex min-w-0 items-center gap-3 text-sm text-ink-muted">
            <span className="truncate max-sm:hidden">{actor.email}</span>
            {memberships.length > 0 && (
              <TextLink href="/billing" className="whitespace-nowrap">
                To the console
              </TextLink>
            )}
            <ThemeMenu />
            <SignOut />
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[90rem] space-y-6 px-4 py-6 outline-none md:px-8 md:py-8"
        >
          <PlaceHeader />
          {children}
        </main>
      </div>
    </div>
  );
}
