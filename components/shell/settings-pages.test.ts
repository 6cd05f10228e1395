import { expect, it } from "vitest";
import { SETTINGS_GROUPS, SETTINGS_PAGES } from "./settings-pages";

it("leads by Settings, Billing to where credit is bought and how it is paid", () => {
  const billing = SETTINGS_GROUPS.find(({ label }) => label === "Billing");
  expect(billing?.pages.map(({ label }) => label)).toEqual(["Buy ECU", "Payment methods", "Auto-recharge"]);
  expect(billing?.pages[0]?.href).toBe("/billing/buy");
});

it("has one place for each page, and counts as settings only what stands among them", () => {
  const hrefs = SETTINGS_GROUPS.flatMap(({ pages }) => pages.map(({ href }) => href));
  expect(new Set(hrefs).size).toBe(hrefs.length);
  expect(SETTINGS_PAGES.every(({ href }) => href.startsWith("/settings/"))).toBe(true);
});
