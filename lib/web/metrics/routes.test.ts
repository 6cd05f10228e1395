import { expect, it } from "vitest";
import { routesOf } from "./routes";

const routeOf = routesOf([
  "/",
  "/billing",
  "/api/v1/usage.csv",
  "/api/v1/instances/[id]",
  "/api/v1/[...path]",
  "/api/v1/models/[...id]",
  "/docs/[[...page]]",
]);

it.each([
  ["/", "/"],
  ["/billing/", "/billing"],
  ["/api/v1/usage.csv", "/api/v1/usage.csv"],
  ["/api/v1/instances/019a", "/api/v1/instances/[id]"],
  ["/api/v1/instances/019a/stop", "/api/v1/[...path]"],
  ["/api/v1/models/openai/gpt-4o", "/api/v1/models/[...id]"],
  ["/docs", "/docs/[[...page]]"],
  ["/docs/a/b", "/docs/[[...page]]"],
  ["/_next/static/chunks/1.js", "/_next"],
  ["/wp-login.php", "other"],
  ["/billing/anything-made-up", "other"],
])("names %s by its route %s", (path, route) => {
  expect(routeOf(path)).toBe(route);
});
