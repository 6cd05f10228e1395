import { CodeBlock } from "@/components/ui/code-block";
import { TextLink } from "@/components/ui/text-link";

/** How an agent asks to spend, as a command that works when it is pasted. */
export function AskForMandate({ url }: { url: string }) {
  const code = `export ECU_KEY=ecu_YOUR_KEY
curl ${url}/api/v1/mandates \\
  -H "Authorization: Bearer $ECU_KEY" -H "Content-Type: application/json" \\
  -d '{"title": "Research agent", "limit": "50",
       "models": ["gpt-4o"], "lasts": 3600}'`;
  return (
    <>
      <p>
        An agent asks with an <TextLink href="/settings/keys">API key</TextLink>, and gets the address of a
        page on which a person approves. Until then it appears here.
      </p>
      <div className="mt-4">
        <CodeBlock code={code} label="An agent asks for 50 ECU and an hour" />
      </div>
    </>
  );
}
