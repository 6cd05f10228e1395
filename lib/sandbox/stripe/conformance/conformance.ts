import { Ajv, type ErrorObject } from "ajv";
import type { SeenCall } from "../control/calls";
import { cachedSchemas } from "./cached-schemas";
import type { Schema, Schemas } from "./schema";
import { callOf } from "./sdk-calls";

interface Fields {
  object?: unknown;
  type?: unknown;
  data?: unknown;
}

/** Holds what the sandbox says and takes against the declarations of the installed SDK. */
export class Conformance {
  readonly schemas: Schemas;
  private readonly answers: Ajv;
  private readonly requests: Ajv;
  private readonly open: Ajv;

  /** @param routes what the sandbox serves, `POST /v1/customers/:id` */
  constructor(routes: readonly { method: string; path: string }[]) {
    this.schemas = cachedSchemas(routes.map(({ method, path }) => callOf(method, path)));
    this.answers = ajvOf(this.schemas, { names: "checked" });
    // A form has only texts, lists and groups.
    this.requests = ajvOf(this.schemas, { names: "checked", coerceTypes: true });
    this.open = ajvOf(this.schemas, { names: "open" });
  }

  /** What does not conform in a call: its parameters, where they were accepted, and its answer. */
  faultsOf({ method, route, params, status, answer, legacy }: SeenCall): string[] {
    const schema = route && this.schemas.calls[callOf(method, route)];
    if (!schema || status === null) return [];
    if (status !== 200) return errorFaults(answer).map((fault) => `${method} ${route} ${status}: ${fault}`);
    const asked = legacy ? [] : this.check(this.requests, schema.request, structuredClone(params));
    const answered = this.check(this.answers, schema.answer, answer);
    return [
      ...asked.map((fault) => `${method} ${route} takes ${fault}`),
      ...[...answered, ...this.eventFaults(answer)].map((fault) => `${method} ${route} answers ${fault}`),
    ];
  }

  /** What does not conform in one of Stripe's own examples, whose enumerations have placeholders. */
  faultsOfExample(kind: string, example: unknown): string[] {
    const { events, objects } = this.schemas;
    const schema = kind === "event" ? events[String(fieldsOf(example).type)] : objects[kind];
    return schema ? this.check(this.open, schema, withIds(example)) : [`no ${kind} is declared`];
  }

  /** Events that stand in an answer, each by the declaration of its own type. */
  private eventFaults(answer: unknown): string[] {
    const { object, type, data } = fieldsOf(answer);
    if (object === "list" && Array.isArray(data)) return data.flatMap((item) => this.eventFaults(item));
    if (object !== "event") return [];
    const schema = this.schemas.events[String(type)];
    return schema
      ? this.check(this.answers, schema, answer).map((fault) => `${String(type)}: ${fault}`)
      : [`an event of the unknown type ${String(type)}`];
  }

  private check(ajv: Ajv, schema: Schema, value: unknown): string[] {
    const validate = ajv.compile(schema);
    return validate(value) ? [] : [explain(validate.errors ?? [])];
  }
}

/** An example has objects that say nothing but their kind, where an id would do as well. */
function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 2 && "id" in value && "object" in value) return value.id;
  return Object.fromEntries(entries.map(([name, part]) => [name, withIds(part)]));
}

function ajvOf({ definitions }: Schemas, options: { names: "checked" | "open"; coerceTypes?: boolean }): Ajv {
  const ajv = new Ajv({ strict: false, coerceTypes: options.coerceTypes, validateFormats: false });
  ajv.addKeyword({
    keyword: "known",
    type: "string",
    schemaType: "array",
    validate: (known: string[], value: string) => options.names === "open" || known.includes(value),
  });
  return ajv.addSchema({
    $id: "stripe",
    $defs: options.names === "open" ? opened(definitions) : definitions,
  });
}

/** The same, with fields that only other versions of the API have. */
function opened(definitions: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [
      name,
      { ...schema, additionalProperties: schema.additionalProperties || true },
    ]),
  );
}

/** Of the errors of several alternatives, the one that got furthest says the most. */
function explain(errors: readonly ErrorObject[]): string {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const [first, ...others] = errors.filter(({ keyword }) => keyword !== "anyOf");
  if (!first) return "nothing that fits";
  const deepest = others.reduce((best, error) => (depth(error) > depth(best) ? error : best), first);
  return `${deepest.instancePath || "/"} ${deepest.message ?? ""} ${JSON.stringify(deepest.params)}`;
}

function errorFaults(answer: unknown): string[] {
  const { error } = answer as { error?: { type?: unknown; message?: unknown } };
  return typeof error?.type === "string" && typeof error.message === "string"
    ? []
    : ["no error in the answer"];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? value : {};
}
