import { z } from "zod";
import type { Kind, Kinds } from "../store/kinds";
import type { Tx } from "../tx";
import { invalid, missing } from "./errors";
import { integer, parameters, text } from "./parameters";

const moments = { gt: integer(), gte: integer(), lt: integer(), lte: integer() };

/** When objects were made: a second, or a range. */
export const createdFilter = z.union([integer(), parameters(moments).partial()]).optional();

const cursor = {
  limit: integer(1, 100).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

/** Parameters of a list, with filters of its own. */
export function listParameters<S extends z.core.$ZodLooseShape>(filters: S) {
  return parameters({ ...cursor, created: createdFilter, ...filters });
}

interface Cursor {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: z.output<typeof createdFilter>;
}

export interface List<T> {
  object: "list";
  url: string;
  has_more: boolean;
  data: T[];
}

/** A page of what the filter keeps of a kind, newest first. */
export function listPage<K extends Kind>(
  tx: Tx,
  kind: K,
  url: string,
  params: Cursor,
  keeps: (object: Kinds[K]) => boolean = () => true,
): List<Kinds[K]> {
  const matches = createdWithin(params.created);
  const all = tx.all(kind).filter((object) => matches(object) && keeps(object));
  return pageOf(all.reverse(), url, params, (id) => {
    if (!tx.get(kind, id))
      throw missing(kind, id, params.starting_after ? "starting_after" : "ending_before");
  });
}

/** A page of objects that are at hand, in their order. */
export function pageOf<T extends object>(
  objects: readonly T[],
  url: string,
  params: Cursor,
  check: (id: string) => void = () => undefined,
): List<T> {
  const { limit = 10, starting_after: after, ending_before: before } = params;
  if (after && before)
    throw invalid("You cannot parameterize both ending_before and starting_after.", "ending_before");
  const given = after ?? before;
  if (given) check(given);
  const at = objects.findIndex((object) => "id" in object && object.id === given);
  if (before) {
    const earlier = objects.slice(0, Math.max(at, 0));
    return { object: "list", url, has_more: earlier.length > limit, data: earlier.slice(-limit) };
  }
  const rest = after && at < 0 ? [] : objects.slice(at + 1);
  return { object: "list", url, has_more: rest.length > limit, data: rest.slice(0, limit) };
}

/** Whether an object was made within what a `created` parameter says. */
function createdWithin(created: Cursor["created"]): (object: object) => boolean {
  if (created === undefined) return () => true;
  const range = typeof created === "number" ? { gte: created, lte: created } : created;
  return (object) => {
    const at = "created" in object && typeof object.created === "number" ? object.created : 0;
    return (
      (range.gt === undefined || at > range.gt) &&
      (range.gte === undefined || at >= range.gte) &&
      (range.lt === undefined || at < range.lt) &&
      (range.lte === undefined || at <= range.lte)
    );
  };
}
