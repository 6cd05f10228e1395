import { expect, it } from "vitest";
import { PAGE_PATH } from "./page-path";

it("leads to a page of the console, whatever a browser makes of it", () => {
  for (const path of ["/", "/billing/approve/1?account=2&a=%C3%A9#b"]) {
    expect(path).toMatch(PAGE_PATH);
  }
  const elsewhere = ["//", "/\\", "/\t/", "/\n/", "/\r\\", "\t//", "https://", ""];
  for (const path of elsewhere.map((start) => `${start}example.com`)) expect(path).not.toMatch(PAGE_PATH);
  expect("/billing\n").not.toMatch(PAGE_PATH);
});
