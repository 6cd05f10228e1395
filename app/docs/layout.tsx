import Link from "next/link";
import type { ReactNode } from "react";
import { headingsOf } from "@/components/docs/anchors";
import type { Contents } from "@/components/docs/contents";
import { DocsNavigation } from "@/components/docs/docs-navigation";
import { DocsNavigationSheet } from "@/components/docs/docs-navigation-sheet";
import { GUIDES } from "@/components/docs/guides";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { LinkButton } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { currentPerson } from "@/lib/web/session";
import { apiInGroups } from "./api";
import { readGuide } from "./read-guide";

/** The frame of what can be read by anyone: the way back, what there is, and the page. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const [contents, person] = await Promise.all([readContents(), currentPerson().catch(() => null)]);
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <header
        className="sticky top-0 z-40 flex h-14 items-center gap-2 border-b bg-surface px-3 md:px-6"
        data-print="none"
      >
        <DocsNavigationSheet contents={contents} />
        <Link href="/billing" className="rounded-md px-1 py-1.5" aria-label="Ecu, to the console">
          <Logo />
        </Link>
        <Link href="/docs" className="rounded-md px-2 py-1.5 text-sm text-ink-muted hover:text-ink">
          Docs
        </Link>
        <div className="ml-auto flex items-center gap-2">
          <ThemeMenu />
          <LinkButton href={person ? "/billing" : "/sign-in"} size="sm">
            {person ? "Console" : "Sign in"}
          </LinkButton>
        </div>
      </header>
      <div className="mx-auto max-w-[90rem] md:grid md:grid-cols-[15rem_minmax(0,1fr)] lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside
          className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] flex-col border-r px-4 pt-6 md:flex lg:px-6"
          data-print="none"
        >
          <DocsNavigation contents={contents} />
        </aside>
        <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none md:px-8 md:py-10 lg:px-12">
          {children}
        </main>
      </div>
    </>
  );
}

async function readContents(): Promise<Contents[]> {
  const guides = await Promise.all(
    GUIDES.map(async ({ name, title }) => ({
      href: `/docs/guides/${name}`,
      label: title,
      sections: headingsOf(await readGuide(name)),
    })),
  );
  const { groups } = apiInGroups();
  return [
    { label: "Guides", places: guides },
    {
      label: "API",
      places: [
        { href: "/docs", label: "How to call it" },
        ...groups.map(({ name, href, calls }) => ({
          href,
          label: name,
          sections: calls.map(({ method, path, operation }) => ({
            id: operation.operationId,
            text: operation.summary,
            method: method.toUpperCase(),
            also: path,
          })),
        })),
      ],
    },
  ];
}
