import { expect, it } from "vitest";
import { newId } from "@/lib/values/ids";
import { ADMIN_NAVIGATION, headingOf, placeOf } from "./navigation";

it("a place is called as in the sidebar, and leads nowhere back", () => {
  for (const { href, label, description } of ADMIN_NAVIGATION.flatMap(({ places }) => places))
    expect(headingOf(href)).toMatchObject({ label, description, above: null });
});

it("a list of what operators make has the button that makes one more, and the page that makes it has none", () => {
  const lists = ["corrections", "grants", "contracts", "re-rates"].map((name) => `/admin/${name}`);
  for (const list of lists) {
    expect(headingOf(list).make?.href).toBe(`${list}/new`);
    expect(headingOf(`${list}/new`)).toMatchObject({ label: headingOf(list).make?.label, make: null });
  }
  expect(headingOf("/admin/accounts").make).toBeNull();
});

it.each([
  ["/admin/corrections/new", "New correction", "/admin/corrections"],
  ["/admin/grants/new", "New promotional credit", "/admin/grants"],
  ["/admin/contracts/new", "New contract", "/admin/contracts"],
  ["/admin/re-rates/new", "New re-rate", "/admin/re-rates"],
  [`/admin/re-rates/${newId()}`, "Re-rate", "/admin/re-rates"],
  [`/admin/accounts/${newId()}`, null, "/admin/accounts"],
  [`/admin/accounts/${newId()}/payments`, null, "/admin/accounts"],
  ["/admin/rate-cards/7", "Rate card", "/admin/rate-cards"],
  [`/admin/rate-cards/drafts/${newId()}`, null, "/admin/rate-cards"],
  [`/admin/rate-cards/drafts/${newId()}/backtest`, "Backtest", "/admin/rate-cards"],
  [`/admin/bills/${newId()}`, "Upstream bill", "/admin/bills"],
])("%s is called %s, and leads back to its list", (path, label, list) => {
  expect(headingOf(path)).toMatchObject({ label, above: { href: list } });
  expect(placeOf(path).href).toBe(list);
});
