import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Gives a path the name of its route: there are few of those, however many paths are asked for. */
export type RouteOf = (path: string) => string;

/** From the routes of Next: `/api/v1/instances/[id]`. What none of them matches is "other". */
export function routesOf(routes: readonly string[]): RouteOf {
  const fixed = new Set(routes.filter((route) => !route.includes("[")));
  const open = routes
    .filter((route) => route.includes("["))
    .map((route) => ({ route, matches: patternOf(route) }))
    // What catches everything comes last, and below a path before all else that does.
    .sort(
      (a, b) =>
        Number(a.route.includes("[...")) - Number(b.route.includes("[...")) ||
        b.route.length - a.route.length,
    );
  return (path) => {
    const plain = path.length > 1 ? path.replace(/\/+$/, "") : path;
    if (fixed.has(plain)) return plain;
    if (plain.startsWith("/_next/")) return "/_next";
    return open.find(({ matches }) => matches.test(plain))?.route ?? "other";
  };
}

function patternOf(route: string): RegExp {
  const parts = route.split("/").map((part) => {
    if (part.startsWith("[[...")) return "?.*";
    if (part.startsWith("[...")) return ".+";
    return part.startsWith("[") ? "[^/]+" : part.replaceAll(/[.*+?^${}()|\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}

/** The routes that were built into this folder; none when they cannot be read, and then everything is "other". */
export function builtRoutes(folder: string): RouteOf {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "app-path-routes-manifest.json"), "utf8"));
    return routesOf(Object.values(manifest as Record<string, string>));
  } catch {
    return routesOf([]);
  }
}
