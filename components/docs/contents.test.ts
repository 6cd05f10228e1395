import { expect, it } from "vitest";
import { narrowed } from "./contents";

const CONTENTS = [
  {
    label: "Guides",
    places: [
      {
        href: "/docs/guides/webhooks",
        label: "Webhooks",
        sections: [{ id: "verify-a-message", text: "Verify a message" }],
      },
    ],
  },
  {
    label: "API",
    places: [
      { href: "/docs", label: "How to call it" },
      {
        href: "/docs/api/holds",
        label: "Holds",
        sections: [
          { id: "get_holds", text: "List holds", method: "GET", also: "/api/v1/holds" },
          { id: "post_holds", text: "Hold credit", method: "POST", also: "/api/v1/holds" },
        ],
      },
    ],
  },
];

it("finds pages, and calls and sections within them, by any words of their name, page, method and path", () => {
  const found = (typed: string) =>
    narrowed(CONTENTS, typed).flatMap(({ places }) => places.map(({ label }) => label));
  expect(found("")).toEqual(["Webhooks", "How to call it", "Holds"]);
  expect(found("post hold")).toEqual(["Hold credit"]);
  expect(found("/v1/holds get")).toEqual(["List holds"]);
  expect(found("WEB")).toEqual(["Webhooks", "Verify a message"]);
  expect(found("api holds")).toEqual(["Holds", "List holds", "Hold credit"]);
  expect(narrowed(CONTENTS, "nothing")).toEqual([]);
});

it("leads to what is found where it stands on its page, under the page's name", () => {
  expect(narrowed(CONTENTS, "post")).toEqual([
    {
      label: "API: Holds",
      places: [{ href: "/docs/api/holds#post_holds", label: "Hold credit", method: "POST" }],
    },
  ]);
});
