import Link from "next/link";
import type { ReactNode } from "react";
import { SignOut } from "@/components/admin/sign-out";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Logo } from "@/components/ui/logo";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { pageOperator, pagePerson } from "@/lib/web/session";

const TABS = [
  { href: "/admin/contracts", label: "Contracts" },
  { href: "/admin/leads", label: "Leads" },
  { href: "/admin/events", label: "Stripe events" },
  { href: "/admin/reconciliation", label: "Reconciliation" },
  { href: "/admin/rate-cards", label: "Rate cards" },
  { href: "/admin/margins", label: "Margins" },
];

/** The operator's pages. For everybody else they do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ actor }, { memberships }] = await Promise.all([pageOperator(), pagePerson()]);
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <header className="flex h-14 items-center justify-between gap-4 border-b bg-surface px-4 md:px-8">
        <Link href="/admin/contracts" className="rounded-md" aria-label="Ecu, operator">
          <Logo />
        </Link>
        <div className="flex min-w-0 items-center gap-4 text-sm text-ink-muted">
          <span className="truncate max-sm:hidden">{actor.email}</span>
          {memberships.length > 0 && <TextLink href="/billing">To the console</TextLink>}
          <SignOut />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[90rem] space-y-6 px-4 py-6 outline-none md:px-8 md:py-8"
      >
        <PageHeader
          title="Operator"
          description="What concerns all accounts. What changes one stands in its audit log."
        />
        <LinkTabs label="Operator" tabs={TABS} />
        {children}
      </main>
    </>
  );
}
