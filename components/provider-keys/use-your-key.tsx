import { CodeBlock } from "@/components/ui/code-block";

/** How a call says whose key it runs with, as a command that works when it is pasted. */
export function UseYourKey({ url, provider }: { url: string; provider: string }) {
  const code = `export ECU_KEY=ecu_YOUR_KEY
curl ${url}/api/gateway/v1/chat/completions \\
  -H "Authorization: Bearer $ECU_KEY" -H "Ecu-Provider: ${provider}" \\
  -H "Content-Type: application/json" \\
  -d '{"model": "gpt-4o-mini", "max_tokens": 50,
       "messages": [{"role": "user", "content": "Hello"}]}'`;
  return (
    <section className="max-w-3xl space-y-2">
      <p className="text-sm text-ink-muted">
        A call names the provider whose key it runs with. One that names none uses your own key of the
        provider that this installation runs models at, and else the installation’s.
      </p>
      <CodeBlock label="A call with your own key" code={code} />
    </section>
  );
}
