import fc from "fast-check";
import { expect, it } from "vitest";
import { safeNext } from "./safe-next";

it.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/x",
  "javascript:alert(1)",
  "/\t/evil.example",
  "",
  undefined,
  "/sign-in?next=/x",
  "/api/auth/signout",
])("does not follow %s", (next) => {
  expect(safeNext(next)).toBe("/billing");
});

it("comes back to a page with its filters", () => {
  expect(safeNext("/billing?account=a&type=spend#row")).toBe("/billing?account=a&type=spend#row");
});

it("stays on this host whatever it is given", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      (next) => {
        expect(new URL(safeNext(next), "https://console.example").host).toBe("console.example");
      },
    ),
  );
});
