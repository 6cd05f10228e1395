import { CodeBlock } from "@/components/ui/code-block";

/** The same question as a command that holds the worst case, for a service that is about to do the work. */
export function HoldByApi({ url, body }: { url: string; body: unknown }) {
  const code = `export ECU_KEY=ecu_YOUR_KEY
curl ${url}/api/v1/authorizations \\
  -H "Authorization: Bearer $ECU_KEY" -H "Content-Type: application/json" \\
  -H "Idempotency-Key: $(date +%s)" \\
  -d ${quoted(JSON.stringify(body, null, 2))}`;
  return (
    <section>
      <h2 className="mb-2 text-sm text-ink-muted">
        A service that is about to do it holds the worst case first:
      </h2>
      <CodeBlock label="Holds it until it is captured or released" code={code} />
    </section>
  );
}

/** As one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
