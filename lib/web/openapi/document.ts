import { z } from "zod";
import type { EndpointInfo } from "../endpoint";

/** One call of the API, as it is described: what the route itself says, and what a reader wants to know besides. */
export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  path: string;
  /** Groups the calls. */
  tag: string;
  summary: string;
  description?: string;
  endpoint: EndpointInfo;
  /** Of the body, where the route reads it in parts. */
  body?: z.ZodType;
  example?: unknown;
  /** What a request may say in headers of its own, by their names. */
  headers?: Readonly<Record<string, string>>;
  answer: {
    status: number;
    description: string;
    schema?: z.ZodType;
    type?: string;
    /** What the answer says in headers, by their names. */
    headers?: Readonly<Record<string, string>>;
  };
  /** The Idempotency-Key must be there. */
  keyed?: boolean;
}

export type JsonSchema = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface DescribedOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<
    string,
    {
      description: string;
      headers?: Record<string, { description: string; schema: JsonSchema }>;
      content?: Record<string, { schema: JsonSchema }>;
    }
  >;
}

export interface OpenApiDocument {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> };
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("Stable: programs decide by it."),
  detail: z.string().describe("What happened and what to do."),
  field: z.string().optional().describe("The first field at fault."),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  request_id: z.string().describe("Quote it to support."),
});

const ABOUT = `Every call carries an API key as a bearer token. An account key (\`ecu_…\`), made under Settings, API keys, acts on its own account; a
platform key (\`ecup_…\`), made by \`npx ecu create-key --platform\`, on the account that the header \`Ecu-Account\` names. Amounts are exact: decimal
strings of ECU, or whole tool runs, never floating-point numbers. A POST with an \`Idempotency-Key\` has one effect and one
answer, however often it is sent. Errors are \`application/problem+json\` with a stable \`code\`. Days are UTC days.`;

/** Describes the API from the schemas that its routes read with. */
export function describeApi(operations: readonly Operation[]): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = describe(operation);
  return {
    openapi: "3.1.0",
    info: { title: "Ecu", version: "1", description: ABOUT.replaceAll("\n", " ") },
    servers: [{ url: "/" }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, "output") },
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "An API key: `ecu_…` of an account or `ecup_…` of the platform.",
        },
      },
    },
  };
}

function describe(operation: Operation): DescribedOperation {
  const { method, path, tag, summary, description, endpoint, answer, example } = operation;
  const body = operation.body ?? endpoint.body;
  const { scope } = endpoint;
  const needs = scope === null ? [] : [`Needs the scope \`${scope}\`.`];
  return {
    operationId: `${method}_${path
      .replace(/^\/(api\/v1\/)?/, "")
      .replaceAll(/[^a-z0-9]+/gi, "_")
      .replace(/_$/, "")}`,
    tags: [tag],
    summary,
    description: [...(description ? [description] : []), ...needs].join(" "),
    security: scope === null ? [] : [{ key: [] }],
    parameters: [
      ...parametersOf("path", endpoint.params),
      ...parametersOf("query", endpoint.query),
      ...(scope === null
        ? []
        : [header("Ecu-Account", "The account to act on; with a platform key.", scope === "ledger:write")]),
      ...(method === "post"
        ? [
            header(
              "Idempotency-Key",
              "Makes the request happen once: 1 to 255 visible ASCII characters.",
              operation.keyed ?? false,
            ),
          ]
        : []),
      ...Object.entries(operation.headers ?? {}).map(([name, meaning]) => header(name, meaning, false)),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: jsonSchema(body, "input"),
            ...(example !== undefined && { example }),
          },
        },
      },
    }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(answer.headers && { headers: answerHeaders(answer.headers) }),
        content: {
          [answer.type ?? "application/json"]: {
            schema: answer.schema ? jsonSchema(answer.schema, "output") : { type: "string" },
          },
        },
      },
      default: {
        description: "A problem.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function answerHeaders(headers: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
  );
}

function header(name: string, description: string, required: boolean): Parameter {
  return { name, in: "header", required, description, schema: { type: "string" } };
}

const ObjectSchema = z.object({
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })).default({}),
  required: z.array(z.string()).default([]),
});

function parametersOf(place: "path" | "query", schema: z.ZodType | undefined): Parameter[] {
  if (!schema) return [];
  const { properties, required } = ObjectSchema.parse(jsonSchema(schema, "input"));
  return Object.entries(properties).map(([name, { description, ...type }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description !== undefined && { description }),
    schema: type,
  }));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  });
  return rest;
}
