import { Zap } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";

/** An account in which nothing was called yet: what to do first, as a command that works when it is pasted. */
export function FirstCall({ url }: { url: string }) {
  const code = `export ECU_KEY=ecu_YOUR_KEY
curl ${url}/api/v1/usage-events \\
  -H "Authorization: Bearer $ECU_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"id": "first-call", "model": "gpt-4o", "type": "chat",
       "input_tokens": 1204, "output_tokens": 310}'`;
  return (
    <EmptyState
      icon={Zap}
      title="Meter a first call"
      actions={
        <LinkButton href="/settings/keys" look="primary">
          Create an API key
        </LinkButton>
      }
    >
      <p>
        No call was metered yet. Create an API key, put it in place of ecu_YOUR_KEY, and paste this into a
        terminal. The call appears here at once.
      </p>
      <div className="mt-4">
        <CodeBlock code={code} label="Terminal" />
      </div>
    </EmptyState>
  );
}
