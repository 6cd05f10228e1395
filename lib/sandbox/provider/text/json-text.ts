import { z } from "zod";
import { type Draw, pick } from "./random";
import { SENTENCES } from "./sentences";
import { sentence } from "./write";

type Some = readonly [string, ...string[]];

const Shape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  $ref: z.string().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});
const DEEPEST = 12;

/** JSON text for who asks for JSON: of the schema that is given, or an object of its own. */
export function writeJson(draw: Draw, topics: Some, schema: unknown): string {
  const value =
    schema === undefined
      ? { answer: sentence(draw, SENTENCES, topics), topics: topics.slice(0, 3) }
      : valueOf(draw, topics, schema, schema, 0);
  // Plain ASCII, so that each token is whole characters.
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function valueOf(draw: Draw, topics: Some, given: unknown, root: unknown, depth: number): unknown {
  const shape = Shape.safeParse(given).data;
  if (!shape || depth > DEEPEST) return null;
  const inner = (schema: unknown) => valueOf(draw, topics, schema, root, depth + 1);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[draw(shape.enum.length)] ?? null;
  if (shape.$ref !== undefined) return inner(resolve(root, shape.$ref));
  if (shape.anyOf) return inner(shape.anyOf[0]);
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  switch (type ?? (shape.properties ? "object" : "string")) {
    case "object":
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, schema]) => [name, inner(schema)]),
      );
    case "array":
      return shape.items === undefined ? [] : [inner(shape.items), inner(shape.items)];
    case "integer":
    case "number":
      return 1 + draw(9);
    case "boolean":
      return draw(2) === 1;
    case "null":
      return null;
    default:
      return depth > 1 ? pick(draw, topics) : sentence(draw, SENTENCES, topics);
  }
}

/** What `#/$defs/Name` names. */
function resolve(root: unknown, reference: string): unknown {
  const steps = reference.replace(/^#\/?/, "").split("/").filter(Boolean);
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null ? Object.entries(at).find(([name]) => name === step)?.[1] : null,
    root,
  );
}
