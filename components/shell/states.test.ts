import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

// Where Next looks for the file of a page's state: in its folder, and in those above it.
function has(state: "loading" | "error" | "not-found", page: string, root: string): boolean {
  for (let folder = dirname(page); ; folder = dirname(folder)) {
    if (existsSync(join(folder, `${state}.tsx`))) return true;
    if (folder === root) return false;
  }
}

/** Pages that have nothing to wait for. */
const AT_ONCE = [
  "app/page.tsx", // only leads on
  "app/(lost)/settings/[...lost]/page.tsx", // always says that there is no such page
  "app/admin/[...lost]/page.tsx", // the same
  "app/docs/guides/[name]/page.tsx", // words that came with the program: a found section has to be there when it is gone to
  "app/docs/api/[group]/page.tsx", // the same
];

describe("states of pages", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/page.tsx") || file === "page.tsx")
    .map((file) => join("app", file));

  it("knows every page", () => {
    expect(pages.length).toBeGreaterThan(80);
    for (const page of AT_ONCE) expect(pages).toContain(page);
  });

  it.each(pages)("%s has a state for loading, for an error, and for what is not there", (page) => {
    expect(has("loading", page, "app")).toBe(!AT_ONCE.includes(page));
    // Within the frame of its part of the product: at the root it would stand without navigation.
    const part = page.split("/").slice(0, 2).join("/");
    if (part === "app/page.tsx" || part === "app/(lost)") return;
    expect(has("error", page, part)).toBe(true);
    if (part === "app/admin" || part === "app/(console)") expect(has("not-found", page, part)).toBe(true);
  });
});
