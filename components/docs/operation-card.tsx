import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import type { DescribedOperation } from "@/lib/web/openapi/document";
import { curlOf } from "./curl";
import { FieldTable } from "./field-table";
import { type Field, fieldsOf } from "./fields";

/** One call: what it does, how it is called, what it takes and what it answers. */
export function OperationCard({
  path,
  method,
  operation,
  origin,
}: {
  path: string;
  method: string;
  operation: DescribedOperation;
  origin: string;
}) {
  const body = operation.requestBody?.content["application/json"]?.schema;
  const [status, answer] = Object.entries(operation.responses).find(([status]) => status !== "default") ?? [];
  const answered = Object.values(answer?.content ?? {})[0]?.schema;
  return (
    <section
      id={operation.operationId}
      aria-labelledby={`${operation.operationId}-name`}
      className="mt-10 scroll-mt-6 border-t pt-6"
    >
      <h2 id={`${operation.operationId}-name`} className="text-base font-semibold">
        {operation.summary}
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-2 font-mono text-sm break-all">
        <Badge tone={method === "get" ? "neutral" : "accent"}>{method.toUpperCase()}</Badge>
        {path}
      </p>
      {operation.description && (
        <p className="mt-2 max-w-prose text-sm text-ink-muted">{operation.description.replaceAll("`", "")}</p>
      )}
      <div className="mt-4">
        <CodeBlock label="Try it" code={curlOf(origin, method, path, operation)} />
      </div>
      <FieldTable
        call={operation.summary}
        title="Parameters"
        fields={operation.parameters.map(parameterField)}
      />
      {body && <FieldTable call={operation.summary} title="Body" fields={fieldsOf(body)} />}
      {answered && (
        <FieldTable
          call={operation.summary}
          title={`Answer ${status}`}
          note={answer?.description}
          fields={fieldsOf(answered)}
        />
      )}
    </section>
  );
}

function parameterField({
  name,
  in: place,
  required,
  description = "",
  schema,
}: DescribedOperation["parameters"][number]): Field {
  const type = Array.isArray(schema.enum) ? schema.enum.map(String).join(" | ") : place;
  return { name, type, required, description };
}
