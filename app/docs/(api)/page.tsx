import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { OPERATIONS } from "@/app/api/v1/openapi.json/operations";
import { GUIDES } from "@/components/docs/guides";
import { OperationCard } from "@/components/docs/operation-card";
import { TextLink } from "@/components/ui/text-link";
import { describeApi } from "@/lib/web/openapi/document";

export const metadata: Metadata = { title: "API" };

/** The API for people, from the same document that programs read. */
export default async function DocsPage() {
  const { info, tags, paths } = describeApi(OPERATIONS);
  const origin = await originOfRequest();
  const operations = OPERATIONS.flatMap(({ path, method }) => {
    const operation = paths[path]?.[method];
    return operation ? [{ path, method, operation }] : [];
  });
  const contents = (
    <>
      <section className="mt-5">
        <h2 className="text-xs font-medium text-ink-muted">Guides</h2>
        <ul className="mt-1 space-y-0.5">
          {GUIDES.map(({ name, title }) => (
            <li key={name}>
              <Link href={`/docs/guides/${name}`} className="block rounded-sm py-1 hover:text-accent-ink">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {tags.map(({ name }) => (
        <section key={name} className="mt-5">
          <h2 className="text-xs font-medium text-ink-muted">{name}</h2>
          <ul className="mt-1 space-y-0.5">
            {operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map(({ operation }) => (
                <li key={operation.operationId}>
                  <a
                    href={`#${operation.operationId}`}
                    className="block rounded-sm py-1 hover:text-accent-ink"
                  >
                    {operation.summary}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
  return (
    <div className="mx-auto grid max-w-[1200px] gap-8 px-4 py-8 md:grid-cols-[220px_minmax(0,1fr)] md:px-6">
      <nav
        aria-label="Calls"
        className="text-sm md:sticky md:top-8 md:max-h-[calc(100dvh-4rem)] md:self-start md:overflow-y-auto"
      >
        <TextLink href="/billing">Back to the console</TextLink>
        {/* A hundred links are no beginning of a page on a phone: there they are opened by who wants them. */}
        <details className="mt-4 border-y py-2 md:hidden">
          <summary className="min-h-6 cursor-pointer py-1 font-medium">Contents</summary>
          {contents}
        </details>
        <div className="max-md:hidden">{contents}</div>
      </nav>
      <main className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight">API</h1>
        <p className="mt-2 max-w-prose text-sm text-ink-muted">{info.description.replaceAll("`", "")}</p>
        <p className="mt-2 text-sm">
          For programs:{" "}
          <a className="text-accent-ink underline" href="/api/v1/openapi.json">
            OpenAPI 3.1
          </a>
        </p>
        {operations.map(({ path, method, operation }) => (
          <OperationCard
            key={operation.operationId}
            path={path}
            method={method}
            operation={operation}
            origin={origin}
          />
        ))}
      </main>
    </div>
  );
}

/** Where this page was asked for, so that its examples work when they are pasted. */
async function originOfRequest(): Promise<string> {
  const found = await headers();
  const protocol = found.get("x-forwarded-proto") ?? "http";
  return `${protocol}://${found.get("x-forwarded-host") ?? found.get("host") ?? "localhost:3000"}`;
}
