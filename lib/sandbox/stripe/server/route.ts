import type { Hono } from "hono";
import type { z } from "zod";
import type { Sandbox } from "../sandbox";
import type { Kind, Kinds } from "../store/kinds";
import type { Tx } from "../tx";

/** A request whose parameters have been read. */
export interface Call<P> {
  /** The values of the `:names` in the path. */
  path: Record<string, string>;
  params: P;
  /** What stands in the parameter `expand`; already taken care of by whoever answers. */
  expand: readonly string[];
  /** True when the caller speaks a version before the pinned one, as the official command line does. */
  legacy: boolean;
}

export interface Route {
  method: "GET" | "POST" | "DELETE";
  path: string;
  schema: z.ZodType;
  run(tx: Tx, call: Call<never>): object;
  /** May be called with a publishable key, as browsers do. */
  publishable?: boolean;
}

type Run<S extends z.ZodType> = (tx: Tx, call: Call<z.output<S>>) => object;
type Options = Pick<Route, "publishable">;

/** A read; its parameters stand in the query. */
export function get<S extends z.ZodType>(path: string, schema: S, run: Run<S>, options?: Options): Route {
  return { method: "GET", path, schema, run, ...options };
}

/** A write; its parameters stand in the body. It can carry an idempotency key. */
export function post<S extends z.ZodType>(path: string, schema: S, run: Run<S>, options?: Options): Route {
  return { method: "POST", path, schema, run, ...options };
}

export function del<S extends z.ZodType>(path: string, schema: S, run: Run<S>, options?: Options): Route {
  return { method: "DELETE", path, schema, run, ...options };
}

/** A part of the sandbox; `resources.ts` says how to add one. */
export interface Resource {
  routes?: Route[];
  /** What `tx.schedule(name, subject, due)` runs. */
  tasks?: Record<string, (tx: Tx, subject: string) => void>;
  /** What follows when an event of that type is made, in the same unit of work; gets the id of the event's object. */
  reactions?: Record<string, (tx: Tx, id: string) => void>;
  /** Fields that an answer has only when they are asked for by `expand`. */
  includes?: Includes;
  /** Pages for people and the control API: no key is asked for, no parameters are read. */
  pages?: (app: Hono, sandbox: Sandbox) => void;
}

export type Includes = { [K in Kind]?: Record<string, (tx: Tx, object: Kinds[K]) => unknown> };
