import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findBrowser } from "@/lib/cli/checks/browser";
import playwright from "@/playwright.config";
import { MADE_PAGES, type MadePage } from "./made-pages";
import { type GalleryPage, PAGES } from "./pages";
import { showProduct } from "./product";
import { type Look, takeLook } from "./take";

const GUIDES = "public/guides";

const { values } = parseArgs({
  options: {
    /** Where a running product is, and the `demo.json` that its start wrote; else one is started. */
    url: { type: "string" },
    demo: { type: "string", default: ".ecu/demo.json" },
    out: { type: "string", default: ".cache/gallery" },
    /** Paths or names, separated by commas. */
    only: { type: "string" },
    widths: { type: "string", default: "1440,768,375" },
    themes: { type: "string", default: "light,dark" },
    /** Takes the pictures that the guides show, into their folder. */
    guides: { type: "boolean", default: false },
  },
});
if (values.guides)
  Object.assign(values, {
    out: GUIDES,
    only: (await picturesOfGuides()).join(","),
    widths: "1440",
    themes: "light",
  });

const wanted = values.only?.split(",");
const addressOf = (page: GalleryPage | MadePage) => ("path" in page ? page.path : "made");
const pages = [...PAGES, ...MADE_PAGES].filter(
  (page) => !wanted || wanted.includes(page.name) || wanted.includes(addressOf(page)),
);
if (pages.length === 0) throw new Error(`${values.only} names no page of e2e/gallery/pages.ts`);

const shown = await showProduct(values.url ? { url: values.url, demo: values.demo } : null);
const browser = await chromium.launch({
  ...playwright.use?.launchOptions,
  executablePath: await findBrowser(),
});
const faults: string[] = [];
try {
  await mkdir(values.out, { recursive: true });
  for (const width of values.widths.split(",").map(Number))
    for (const theme of ["light", "dark"] as const) {
      if (!values.themes.split(",").includes(theme)) continue;
      faults.push(...(await takeLook(browser, shown, pages, lookOf(width, theme))));
      console.log(`${pages.length} pages at ${width} px, ${theme}`);
    }
  if (!values.guides) await writeFile(join(values.out, "index.html"), sheet());
} finally {
  await browser.close();
  await shown.stop();
}
for (const fault of faults) console.log(`! ${fault}`);
console.log(`${values.guides ? values.out : `${values.out}/index.html`} shows them; ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;

function lookOf(width: number, theme: Look["theme"]): Look {
  const suffix = values.guides ? "" : `-${width}-${theme}`;
  return { width, theme, whole: !values.guides, fileOf: (name) => join(values.out, `${name}${suffix}.png`) };
}

async function picturesOfGuides(): Promise<string[]> {
  const guides = (await readdir(GUIDES)).filter((file) => file.endsWith(".md"));
  const texts = await Promise.all(guides.map((file) => readFile(join(GUIDES, file), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/\]\((\S+)\.png\)/g)].map(([, name]) => name ?? ""));
}

/** One page with every picture, so that a reviewer can look at all of it. */
function sheet(): string {
  const looks = values.widths
    .split(",")
    .flatMap((width) => values.themes.split(",").map((theme) => [width, theme] as const));
  const rows = pages.map(
    (page) =>
      `<h2>${page.name} <small>${addressOf(page)}</small></h2><p>${looks
        .map(
          ([width, theme]) =>
            `<a href="${page.name}-${width}-${theme}.png"><img loading="lazy" alt="${page.name}, ${width} px, ${theme}" src="${page.name}-${width}-${theme}.png"></a>`,
        )
        .join("")}</p>`,
  );
  const style =
    "body{font:14px sans-serif;margin:2rem}img{height:20rem;margin:0 1rem 1rem 0;border:1px solid #8888}";
  return `<!doctype html><meta charset="utf-8"><title>Ecu, every page</title><style>${style}</style>${rows.join("")}`;
}
