import { PREFIXES } from "../store/kinds";
import type { Tx } from "../tx";
import { invalid } from "./errors";
import type { Includes } from "./route";

type Fields = Record<string, unknown>;

/** Answers with objects in place of the ids that `expand[]` names, `data.customer` in lists included. */
export function expandAnswer(tx: Tx, answer: object, paths: readonly string[], includes: Includes): object {
  return paths.reduce<unknown>((value, path) => {
    const steps = path.split(".");
    if (steps.length > 4)
      throw invalid(`You cannot expand more than 4 levels of a property (${path}).`, "expand");
    return expandAt(tx, value, steps, path, includes);
  }, answer) as object;
}

function expandAt(tx: Tx, value: unknown, steps: string[], path: string, includes: Includes): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expandAt(tx, item, steps, path, includes));
  if (typeof value !== "object") throw cannotExpand(path);
  const fields = value as Fields;
  const resolved = resolve(tx, fields, step, rest.length === 0, path, includes);
  return { ...fields, [step]: expandAt(tx, resolved, rest, path, includes) };
}

function resolve(
  tx: Tx,
  fields: Fields,
  step: string,
  last: boolean,
  path: string,
  includes: Includes,
): unknown {
  const field = fields[step];
  if (typeof field === "string") {
    const kind = PREFIXES[/^[a-z]+/.exec(field)?.[0] ?? ""];
    const found = kind && tx.get(kind, field);
    if (!found) throw cannotExpand(path);
    return found;
  }
  const of = typeof fields.object === "string" ? includes[fields.object as keyof Includes] : undefined;
  const include = of?.[step] as ((tx: Tx, object: unknown) => unknown) | undefined;
  if (include && field === undefined) return include(tx, fields);
  if (field === undefined) throw cannotExpand(path);
  // An id that is null stays null; an object that is always there is only something to go through.
  if (Array.isArray(field) && last && field.every((item) => typeof item === "string"))
    return field.map((_, index) =>
      resolve(tx, field as object as Fields, String(index), true, path, includes),
    );
  return field;
}

function cannotExpand(path: string): Error {
  return invalid(
    `This property cannot be expanded (${path}). You may want to try expanding a different property, or check which version of the API you use.`,
    "expand",
  );
}
