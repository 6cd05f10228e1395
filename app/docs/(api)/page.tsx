import type { Metadata } from "next";
import Link from "next/link";
import { OldAnchors } from "@/components/docs/old-anchors";
import { Prose } from "@/components/docs/prose";
import { apiInGroups } from "../api";

export const metadata: Metadata = { title: "API" };

/** What holds for every call of the API, and which calls there are. */
export default function DocsPage() {
  const { info, groups } = apiInGroups();
  return (
    <>
      <OldAnchors />
      <h1 className="text-xl font-semibold tracking-tight">API</h1>
      <p className="mt-2 max-w-prose text-sm leading-6 text-ink-muted">
        <Prose text={info.description} />
      </p>
      <p className="mt-3 text-sm">
        For programs:{" "}
        <a className="text-accent-ink underline" href="/api/v1/openapi.json">
          OpenAPI 3.1
        </a>
      </p>
      <div className="mt-10 gap-x-10 xl:columns-2">
        {groups.map(({ name, href, calls }) => (
          <section key={href} aria-label={name} className="mb-8 break-inside-avoid">
            <h2 className="font-semibold">
              <Link href={href as "/"} prefetch={false} className="rounded-sm hover:underline">
                {name}
              </Link>
            </h2>
            <ul className="mt-2 border-t text-sm">
              {calls.map(({ path, method, operation: { operationId, summary } }) => (
                <li key={operationId} className="border-b">
                  <Link
                    id={operationId}
                    href={`${href}#${operationId}` as "/"}
                    prefetch={false}
                    className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-sm py-2 hover:bg-hover"
                  >
                    <span>{summary}</span>
                    <span className="font-mono text-xs wrap-anywhere text-ink-muted">
                      {method.toUpperCase()} {path}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
