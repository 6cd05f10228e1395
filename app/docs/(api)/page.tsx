import type { Metadata } from "next";
import { headers } from "next/headers";
import { OperationCard } from "@/components/docs/operation-card";
import { Prose } from "@/components/docs/prose";
import { apiInGroups } from "../api";

export const metadata: Metadata = { title: "API" };

/** The API for people, from the same document that programs read. */
export default async function DocsPage() {
  const { info, groups } = apiInGroups();
  const origin = await originOfRequest();
  return (
    <>
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
      {groups.map(({ name, calls }) => (
        <div key={name} className="mt-14">
          <h2 className="text-lg font-semibold tracking-tight">{name}</h2>
          {calls.map(({ path, method, operation }) => (
            <OperationCard
              key={operation.operationId}
              path={path}
              method={method}
              operation={operation}
              origin={origin}
            />
          ))}
        </div>
      ))}
    </>
  );
}

/** Where this page was asked for, so that its examples work when they are pasted. */
async function originOfRequest(): Promise<string> {
  const found = await headers();
  const protocol = found.get("x-forwarded-proto") ?? "http";
  return `${protocol}://${found.get("x-forwarded-host") ?? found.get("host") ?? "localhost:3000"}`;
}
