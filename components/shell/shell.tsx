import { Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { ConsoleNavigationSheet } from "./navigation-sheet";
import { SideNavigation } from "./side-navigation";
import { ThemeMenu } from "./theme-menu";

/**
 * The frame of the console: sidebar, header, and the page between them. Where a page has a navigation of its own, and there is no room for two,
 * the sidebar keeps its icons alone (`rail`).
 */
export function Shell({
  account,
  search,
  balance,
  credit,
  user,
  notices,
  strip,
  children,
}: {
  account: ReactNode;
  search: ReactNode;
  balance: ReactNode;
  credit: ReactNode;
  user: ReactNode;
  notices?: ReactNode;
  /** Above everything: what kind of installation this is. */
  strip?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      className="md:grid md:min-h-dvh md:grid-cols-[13rem_minmax(0,1fr)] md:max-lg:has-[[data-own-navigation]]:grid-cols-[3.5rem_minmax(0,1fr)]"
      data-shell
    >
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <aside
        className="sticky top-0 z-50 hidden h-dvh flex-col border-r bg-surface px-3 md:flex"
        data-print="none"
      >
        <Link href="/billing" className="my-3 rounded-md px-2 py-1.5 rail:px-1" aria-label="Ecu, to Billing">
          <Logo />
        </Link>
        <SideNavigation />
      </aside>
      <div className="min-w-0">
        {strip}
        <header
          className="sticky top-0 z-40 flex h-14 items-center gap-1 border-b bg-surface px-3 sm:gap-2 md:px-6"
          data-print="none"
        >
          <ConsoleNavigationSheet />
          {account}
          {search}
          <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-2">
            {balance}
            <LinkButton href="/billing/buy" look="primary" size="sm" className="max-sm:hidden">
              Buy Now
            </LinkButton>
            <LinkButton
              href="/billing/buy"
              look="primary"
              size="icon"
              aria-label="Buy Now"
              className="sm:hidden"
            >
              <Plus aria-hidden />
            </LinkButton>
            <div className="max-[22.5rem]:hidden">{credit}</div>
            <div className="max-sm:hidden">
              <ThemeMenu />
            </div>
            {user}
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[90rem] px-4 py-4 outline-none sm:py-6 md:px-8 md:py-8"
        >
          {notices}
          {children}
        </main>
      </div>
    </div>
  );
}
