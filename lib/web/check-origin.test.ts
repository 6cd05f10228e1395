import { expect, it } from "vitest";
import { checkOrigin } from "./check-origin";

const host = "billing.example.com";

it("lets a page of our own pass", () => {
  expect(() => checkOrigin(new Headers({ host, origin: `https://${host}` }))).not.toThrow();
});

it.each([
  undefined,
  "null",
  "https://evil.example",
  `https://${host}.evil.example`,
  `https://${host}:8443`,
  "nonsense",
])("refuses the origin %s", (origin) => {
  expect(() => checkOrigin(new Headers({ host, ...(origin && { origin }) }))).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
});
