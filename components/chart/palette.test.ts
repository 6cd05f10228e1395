import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const css = readFileSync("app/globals.css", "utf8");
const dark = css.slice(css.indexOf(".dark {"));
const themes = { light: css.slice(0, css.indexOf(".dark {")), dark };

/** How red-blind and green-blind eyes see linear colours (Machado, Oliveira, Fernandes 2009). */
const EYES: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

it.each(["light", "dark"] as const)("every colour of a chart stands out from the page, %s", (theme) => {
  const tokens = tokensOf(theme);
  const surface = tokens.get("surface") ?? "";
  // What named none stands back.
  for (const [name, colour] of chartTokens(tokens))
    if (name !== "chart-none") expect([name, contrast(colour, surface) >= 3]).toEqual([name, true]);
});

it.each(["light", "dark"] as const)(
  "no two colours of a chart look alike, for colour-blind eyes either, %s",
  (theme) => {
    const hues = chartTokens(tokensOf(theme)).filter(([name]) => /^chart-\d+$/.test(name));
    expect(hues).toHaveLength(10);
    const alike = hues.flatMap(([name, colour], at) =>
      hues
        .slice(at + 1)
        .filter(([, other]) => EYES.some((eye) => distance(colour, other, eye) < 0.045))
        .map(([other]) => `${name} ${other}`),
    );
    expect(alike).toEqual([]);
  },
);

function tokensOf(theme: keyof typeof themes): Map<string, string> {
  return new Map(
    [...themes[theme].matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [
      name,
      colour,
    ]),
  );
}

function chartTokens(tokens: ReadonlyMap<string, string>): [string, string][] {
  return [...tokens].filter(([name]) => name.startsWith("chart-"));
}

function linear(colour: string): Rgb {
  const at = (from: number) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

function contrast(one: string, other: string): number {
  const [light = 0, shade = 0] = [one, other]
    .map((colour) => times([[0.2126, 0.7152, 0.0722]], linear(colour))[0] ?? 0)
    .toSorted((left, right) => right - left);
  return (light + 0.05) / (shade + 0.05);
}

/** How far apart two colours look, in OKLab: 0.02 is just seen. */
function distance(one: string, other: string, eye: Matrix): number {
  const [from, to] = [lab(times(eye, linear(one))), lab(times(eye, linear(other)))];
  return Math.hypot(...from.map((part, at) => part - (to[at] ?? 0)));
}

function lab(rgb: readonly number[]): number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb.map((part) => Math.max(0, part)),
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt),
  );
}

function times(matrix: readonly Rgb[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, part, at) => sum + part * (vector[at] ?? 0), 0));
}
