import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Action } from "@/lib/web/action";
import type { Endpoint } from "@/lib/web/endpoint";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export interface RouteDoor {
  /** As in `POST /api/v1/authorizations/[id]/capture`. */
  name: string;
  method: (typeof METHODS)[number];
  path: string;
  handler: Endpoint;
}

export interface ActionDoor {
  name: string;
  run: Action<never, unknown>;
}

/** What is no endpoint of ours: the routes of the sign-in library, which have a test of their own. */
const BARE = new Set(["app/api/auth/[...nextauth]/route.ts"]);

/** Every route of the product, found by its file: one that did not go through the pipeline is a fault. */
export async function allRoutes(): Promise<RouteDoor[]> {
  const doors: RouteDoor[] = [];
  for (const file of filesNamed("app", "route.ts")) {
    if (BARE.has(file)) continue;
    const exported: Record<string, unknown> = await import(resolve(file));
    for (const method of METHODS) {
      const handler = exported[method];
      if (handler === undefined) continue;
      const path = `/${file
        .split("/")
        .slice(1, -1)
        .filter((part) => !part.startsWith("("))
        .join("/")}`;
      if (!isEndpoint(handler)) throw new Error(`${method} of ${file} did not go through endpoint()`);
      doors.push({ name: `${method} ${path}`, method, path, handler });
    }
  }
  return doors;
}

/** A route's path as the API's description writes it: `/api/v1/budgets/{id}`. */
export function describedPath(path: string): string {
  return path.replaceAll(/\[(?:\.{3})?(\w+)\]/g, "{$1}");
}

/** Every server action of the product; a bare one is a fault. */
export async function allActions(): Promise<ActionDoor[]> {
  const doors: ActionDoor[] = [];
  for (const file of [...filesNamed("lib", "actions.ts"), ...filesNamed("app", "actions.ts")]) {
    const exported: Record<string, unknown> = await import(resolve(file));
    for (const [name, run] of Object.entries(exported)) {
      if (!isAction(run)) throw new Error(`${name} of ${file} did not go through action()`);
      doors.push({ name, run });
    }
  }
  return doors;
}

/** Of the product: its stand-ins have doors of their own. */
function filesNamed(folder: string, name: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.split("/").at(-1) === name && !/(^|\/)(generated|sandbox)\//.test(file))
    .map((file) => join(folder, file))
    .toSorted();
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "function" && "endpoint" in value;
}

function isAction(value: unknown): value is Action<never, unknown> {
  return typeof value === "function" && "action" in value;
}
