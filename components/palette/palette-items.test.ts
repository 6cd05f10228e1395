import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { PERMISSIONS, PERMISSIONS_OF_ROLE } from "@/lib/values/context";
import { PLACE_KEYS } from "./keys";
import { matches, pagesFor, wordsOf } from "./palette-items";

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

it("offers every page of the console that has an address of its own", () => {
  const pages = readdirSync("app/(console)", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/page.tsx") && !file.includes("["))
    .map((file) => `/${file}`.replaceAll(/\/\([^)]+\)/g, "").replace("/page.tsx", ""))
    // Stripe leads there, after a payment.
    .filter((path) => path !== "/billing/buy/return");
  expect(pages.length).toBeGreaterThan(25);
  const offered = pagesFor(PERMISSIONS, false).map(({ href }) => href);
  expect(pages.filter((path) => !offered.includes(path))).toEqual([]);
});

it("finds where credit is bought by what the page, the button in the header and the act are called", () => {
  const found = (typed: string) =>
    pagesFor(PERMISSIONS, false).flatMap((page) => (matches(typed, wordsOf(page)) ? [page.href] : []));
  for (const typed of ["buy", "buy ecu", "add cr", "top up"]) expect(found(typed)).toContain("/billing/buy");
  expect(found("stat")).toEqual(["/billing/statements"]);
});

it("finds by the beginnings of words, in any order, and ids by any part", () => {
  expect(matches("api se", "API keys Settings")).toBe(true);
  expect(matches("set key", "API keys Settings")).toBe(true);
  expect(matches("eys", "API keys Settings")).toBe(false);
  expect(matches("", "anything")).toBe(true);
  expect(matches("4d-775d", "Acme 01a1fe80-2b4d-775d-8260-514ea49b4431")).toBe(true);
});
