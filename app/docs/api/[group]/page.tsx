import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { OperationCard } from "@/components/docs/operation-card";
import { TextLink } from "@/components/ui/text-link";
import { apiInGroups } from "../../api";

interface Props {
  params: Promise<{ group: string }>;
}

async function groupOf({ params }: Props) {
  const { group } = await params;
  const { groups } = apiInGroups();
  const at = groups.findIndex(({ href }) => href === `/docs/api/${group}`);
  return { group: groups[at] ?? notFound(), next: groups[at + 1] };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { group } = await groupOf(props);
  return { title: `${group.name} · API` };
}

/** The calls of one kind for people, from the same document that programs read. It comes at once: a call that is named by the address is there to be scrolled to. */
export default async function CallsPage(props: Props) {
  const [{ group, next }, origin] = await Promise.all([groupOf(props), originOfRequest()]);
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">{group.name}</h1>
      <p className="mt-2 text-sm text-ink-muted">
        <TextLink href="/docs">How to call it</TextLink> says what holds for every call.
      </p>
      {group.calls.map(({ path, method, operation }) => (
        <OperationCard
          key={operation.operationId}
          path={path}
          method={method}
          operation={operation}
          origin={origin}
        />
      ))}
      {next && (
        <p className="mt-12 border-t pt-4 text-sm">
          Next: <TextLink href={next.href as "/"}>{next.name}</TextLink>
        </p>
      )}
    </>
  );
}

/** Where this page was asked for, so that its examples work when they are pasted. */
async function originOfRequest(): Promise<string> {
  const found = await headers();
  const protocol = found.get("x-forwarded-proto") ?? "http";
  return `${protocol}://${found.get("x-forwarded-host") ?? found.get("host") ?? "localhost:3000"}`;
}
