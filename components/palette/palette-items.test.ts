import { expect, it } from "vitest";
import { PERMISSIONS, PERMISSIONS_OF_ROLE } from "@/lib/values/context";
import { PLACE_KEYS } from "./keys";
import { matches, pagesFor } from "./palette-items";

it("offers what the role may open, and the operator's pages to operators alone", () => {
  const hrefs = (...args: Parameters<typeof pagesFor>) => pagesFor(...args).map(({ href }) => href);
  const member = hrefs(PERMISSIONS_OF_ROLE.member, false);
  expect(member).toContain("/settings/keys");
  expect(member).not.toContain("/settings/audit");
  expect(hrefs(PERMISSIONS_OF_ROLE.owner, false)).toContain("/settings/audit");
  expect(member.some((href) => href.startsWith("/admin"))).toBe(false);
  expect(hrefs(PERMISSIONS_OF_ROLE.member, true)).toContain("/admin");
});

it("offers operators without an account their own pages alone", () => {
  const hrefs = pagesFor(null, true).map(({ href }) => href);
  expect(hrefs).toContain("/admin/accounts");
  expect(hrefs.filter((href) => !href.startsWith("/admin"))).toEqual([]);
});

it("every place with a key is a page that is offered", () => {
  const offered = pagesFor(PERMISSIONS, false);
  for (const { key, href } of PLACE_KEYS) expect(offered.find((page) => page.href === href)?.key).toBe(key);
  expect(new Set(offered.map(({ href }) => href)).size).toBe(offered.length);
});

it("finds by the beginnings of words, in any order, and ids by any part", () => {
  expect(matches("api se", "API keys Settings")).toBe(true);
  expect(matches("set key", "API keys Settings")).toBe(true);
  expect(matches("eys", "API keys Settings")).toBe(false);
  expect(matches("", "anything")).toBe(true);
  expect(matches("4d-775d", "Acme 01a1fe80-2b4d-775d-8260-514ea49b4431")).toBe(true);
});
