import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import type { DescribedOperation } from "@/lib/web/openapi/document";
import { curlOf } from "./curl";
import { AnchorLink } from "./anchor-link";
import { FieldList } from "./field-list";
import { type Field, fieldsOf } from "./fields";
import { Prose } from "./prose";

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
      data-section
      aria-labelledby={`${operation.operationId}-name`}
      className="mt-6 grid scroll-mt-4 gap-x-8 gap-y-4 border-t pt-6 xl:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <div className="min-w-0">
        <h2 id={`${operation.operationId}-name`} className="text-base font-semibold">
          <AnchorLink id={operation.operationId}>{operation.summary}</AnchorLink>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-2 font-mono text-sm break-all">
          <Badge tone={method === "get" ? "neutral" : "accent"}>{method.toUpperCase()}</Badge>
          {path}
        </p>
        {operation.description && (
          <p className="mt-2 max-w-prose text-sm text-ink-muted">
            <Prose text={operation.description} />
          </p>
        )}
      </div>
      {/* Beside what it does where there is room; else right under it, before the tables. */}
      <div className="min-w-0 xl:row-span-2">
        <div className="xl:sticky xl:top-20">
          <CodeBlock label="Try it" code={curlOf(origin, method, path, operation)} />
        </div>
      </div>
      <div className="min-w-0">
        <FieldList
          call={operation.summary}
          title="Parameters"
          fields={operation.parameters.map(parameterField)}
        />
        {body && <FieldList call={operation.summary} title="Body" fields={fieldsOf(body)} />}
        {answered && (
          <FieldList
            call={operation.summary}
            title={`Answer ${status}`}
            note={answer?.description}
            fields={[...headerFields(answer), ...fieldsOf(answered)]}
          />
        )}
      </div>
    </section>
  );
}

function headerFields(answer: DescribedOperation["responses"][string] | undefined): Field[] {
  return Object.entries(answer?.headers ?? {}).map(([name, { description }]) => ({
    name,
    type: "header",
    required: false,
    description,
  }));
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
