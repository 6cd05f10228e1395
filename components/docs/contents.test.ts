import { expect, it } from "vitest";
import { narrowed } from "./contents";

const CONTENTS = [
  { label: "Guides", places: [{ href: "/docs/guides/webhooks", label: "Webhooks" }] },
  {
    label: "Holds",
    places: [
      { href: "/docs#get_holds", label: "List holds", method: "GET", also: "/api/v1/holds" },
      { href: "/docs#post_holds", label: "Hold credit", method: "POST", also: "/api/v1/holds" },
    ],
  },
];

it("finds a place by any words of its name, group, method and path", () => {
  const found = (typed: string) =>
    narrowed(CONTENTS, typed).flatMap(({ places }) => places.map(({ label }) => label));
  expect(found("")).toEqual(["Webhooks", "List holds", "Hold credit"]);
  expect(found("post hold")).toEqual(["Hold credit"]);
  expect(found("/v1/holds get")).toEqual(["List holds"]);
  expect(found("WEB")).toEqual(["Webhooks"]);
  expect(narrowed(CONTENTS, "nothing")).toEqual([]);
});
