import type { JsonSchema } from "@/lib/web/openapi/document";

/** One field of a schema, as a reader meets it. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

const MAX_DEPTH = 4;

/** The fields of a schema, those of objects within it by their path: `results[].charge`. */
export function fieldsOf(schema: JsonSchema, prefix = "", depth = 0): Field[] {
  const target = inner(schema);
  const path = `${prefix}${target === schema ? "" : "[]"}`;
  const required = Array.isArray(target.required) ? target.required : [];
  return Object.entries(record(target.properties)).flatMap(([key, value]) => {
    const field = record(value);
    const name = path === "" ? key : `${path}.${key}`;
    const own = {
      name,
      type: typeOf(field),
      required: required.includes(key) && field.default === undefined,
      description: text(field.description),
    };
    return [own, ...(depth < MAX_DEPTH ? fieldsOf(objectOf(field), name, depth + 1) : [])];
  });
}

/** An array is described by what it holds. */
function inner(schema: JsonSchema): JsonSchema {
  return schema.type === "array" ? record(schema.items) : schema;
}

/** The object among alternatives such as "object or null". */
function objectOf(schema: JsonSchema): JsonSchema {
  const options = alternatives(schema);
  return options.map(record).find(({ type }) => type === "object" || type === "array") ?? schema;
}

function alternatives({ anyOf }: JsonSchema): unknown[] {
  return Array.isArray(anyOf) ? anyOf : [];
}

function typeOf(schema: JsonSchema): string {
  const options = alternatives(schema);
  if (options.length > 0) return options.map((option) => typeOf(record(option))).join(" or ");
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  if (schema.type === "array") return `array of ${typeOf(record(schema.items))}`;
  return text(schema.format) || text(schema.type) || "any";
}

function record(value: unknown): JsonSchema {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
