import { Boxes, SearchX } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";

/** Nothing is registered yet: how the first one comes to be here, as commands that work when they are pasted. */
export function FirstResource({
  title,
  children,
  code,
}: {
  title: string;
  children: React.ReactNode;
  code: string;
}) {
  return (
    <EmptyState
      icon={Boxes}
      title={title}
      actions={
        <LinkButton href="/settings/keys" look="primary">
          Create an API key
        </LinkButton>
      }
    >
      <p>
        {children} Create an API key with the scope resources:write, put it in place of ecu_YOUR_KEY, and
        paste this into a terminal.
      </p>
      <div className="mt-4">
        <CodeBlock code={code} label="Terminal" />
      </div>
    </EmptyState>
  );
}

/** A search that finds nothing, which differs from nothing yet. */
export function NothingFound({ noun, clearHref }: { noun: string; clearHref: string }) {
  return (
    <EmptyState
      icon={SearchX}
      title={`No ${noun} fits this search`}
      actions={<LinkButton href={clearHref as "/"}>Clear search</LinkButton>}
    >
      There are others: search for another name, owner or status.
    </EmptyState>
  );
}

const KEY = "export ECU_KEY=ecu_YOUR_KEY";

/** The call that registers a resource, and the one that starts something that runs it. */
export function registerCode(
  url: string,
  name: string,
  body: Record<string, string>,
  instance?: Record<string, string>,
): string {
  const head = `-H "Authorization: Bearer $ECU_KEY" -H "Content-Type: application/json"`;
  const put = `curl -X PUT ${url}/api/v1/resources/${name} \\\n  ${head} \\\n  -d '${JSON.stringify(body)}'`;
  const start =
    instance && `curl ${url}/api/v1/instances \\\n  ${head} \\\n  -d '${JSON.stringify(instance)}'`;
  return [KEY, put, start].filter(Boolean).join("\n");
}

/** The call that starts an instance of its own. */
export function startCode(url: string, instance: Record<string, string | number>): string {
  return `${KEY}\ncurl ${url}/api/v1/instances \\\n  -H "Authorization: Bearer $ECU_KEY" -H "Content-Type: application/json" \\\n  -d '${JSON.stringify(instance)}'`;
}
