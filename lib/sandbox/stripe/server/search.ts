import type { z } from "zod";
import type { Kind, Kinds } from "../store/kinds";
import type { Tx } from "../tx";
import { invalid } from "./errors";
import { integer, parameters, text } from "./parameters";

export const searchParameters = parameters({
  query: text(),
  limit: integer(1, 100).optional(),
  page: text().optional(),
});

/** A page of a search in Stripe's query language: `metadata['order']:'7' AND status:'succeeded'`, newest first. */
export function searchPage<K extends Kind>(
  tx: Tx,
  kind: K,
  url: string,
  { query, limit = 10, page }: z.output<typeof searchParameters>,
  keeps: (object: Kinds[K]) => boolean = () => true,
) {
  const matches = matcherOf(query);
  const found = tx
    .all(kind)
    .filter((object) => keeps(object) && matches(object))
    .reverse();
  const from = page === undefined ? 0 : Number(Buffer.from(page, "base64url").toString("utf8"));
  if (!Number.isSafeInteger(from)) throw invalid("Invalid page.", "page");
  const more = found.length > from + limit;
  return {
    object: "search_result",
    url,
    has_more: more,
    data: found.slice(from, from + limit),
    next_page: more ? Buffer.from(String(from + limit)).toString("base64url") : null,
  };
}

const CLAUSE =
  /^\s*(-?)([a-z_.]+)(?:\[(?:'([^']*)'|"([^"]*)")\])?(:|~|>=|<=|>|<)(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w.-]+))\s*/;

function matcherOf(query: string): (object: object) => boolean {
  const clauses: ((object: object) => boolean)[] = [];
  const joints = new Set<string>();
  for (let rest = query; ;) {
    const found = CLAUSE.exec(rest);
    if (!found) throw invalid("We were unable to parse your search query.", "query");
    clauses.push(clauseOf(found));
    rest = rest.slice(found[0].length);
    if (rest === "") break;
    const joint = /^(AND|OR)\s/i.exec(rest)?.[1]?.toUpperCase() ?? (/^\S/.test(rest) ? "AND" : "");
    joints.add(joint);
    rest = rest.replace(/^(AND|OR)\s+/i, "");
  }
  if (joints.size > 1) throw invalid("A search query cannot combine AND and OR.", "query");
  return joints.has("OR")
    ? (object) => clauses.some((clause) => clause(object))
    : (object) => clauses.every((clause) => clause(object));
}

function clauseOf(found: RegExpExecArray): (object: object) => boolean {
  const [, not, field = "", single, double, operator = ":", quoted, doubly, bare] = found;
  const key = single ?? double;
  const wanted = (quoted ?? doubly ?? bare ?? "").replace(/\\(.)/g, "$1");
  const nothing = bare === "null";
  return (object) => {
    const value = valueOf(object, field, key);
    const hit = nothing ? value === null || value === undefined : compare(value, operator, wanted);
    return hit !== (not === "-");
  };
}

function valueOf(object: object, field: string, key: string | undefined): unknown {
  const path = key === undefined ? field.split(".") : [field, key];
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    object,
  );
}

function compare(value: unknown, operator: string, wanted: string): boolean {
  if (value === null || value === undefined) return false;
  if (operator === ":") return String(value).toLowerCase() === wanted.toLowerCase();
  if (operator === "~") return String(value).toLowerCase().includes(wanted.toLowerCase());
  const [one, other] = [Number(value), Number(wanted)];
  if (operator === ">") return one > other;
  if (operator === "<") return one < other;
  return operator === ">=" ? one >= other : one <= other;
}
