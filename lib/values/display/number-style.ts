/** The characters that numbers are written with for people. What is stored, sent and exported has none of it. */
export interface NumberStyle {
  /** Between groups of three digits. */
  group: string;
  point: string;
  /** 12,34,567: groups of two above the first. */
  isIndian: boolean;
}

const ENGLISH: NumberStyle = { group: ",", point: ".", isIndian: false };
const SPACE = "\u00a0";

/** What a person can choose; `browser` is what their browser's language is written with. */
export const NUMBER_STYLES = ["browser", "comma", "point", "space", "apostrophe", "indian"] as const;
export type NumberStyleName = (typeof NUMBER_STYLES)[number];

const STYLES: Readonly<Record<Exclude<NumberStyleName, "browser">, NumberStyle>> = {
  comma: ENGLISH,
  point: { group: ".", point: ",", isIndian: false },
  space: { group: SPACE, point: ",", isIndian: false },
  apostrophe: { group: "’", point: ".", isIndian: false },
  indian: { ...ENGLISH, isIndian: true },
};

/** The style of a choice; for `browser` that of the first language of an `Accept-Language` header. */
export function styleOf(name: NumberStyleName, acceptLanguage: string | null): NumberStyle {
  return name === "browser" ? styleOfLanguage(acceptLanguage?.split(/[,;]/)[0]?.trim()) : STYLES[name];
}

function styleOfLanguage(tag: string | undefined): NumberStyle {
  if (!tag || tag === "*") return ENGLISH;
  try {
    const parts = new Intl.NumberFormat(tag, { numberingSystem: "latn" }).formatToParts(1_234_567.5);
    const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    const group = valueOf("group");
    return {
      // Which space or apostrophe it is differs from one engine to the next.
      group: /^\s*$/.test(group) ? SPACE : group.replace("'", "’"),
      point: valueOf("decimal"),
      isIndian: parts.filter(({ type }) => type === "group").length === 2 && valueOf("integer") === "12",
    };
  } catch {
    return ENGLISH;
  }
}

/** A style as an attribute of the page, which the browser reads before it shows a number. */
export function writtenStyle({ group, point, isIndian }: NumberStyle): string {
  return `${group}${point}${isIndian ? "i" : ""}`;
}

/** The style in such an attribute; English for anything else. */
export function readStyle(written: string | undefined): NumberStyle {
  const [group, point, indian] = [...(written ?? "")];
  return group && point && group !== point ? { group, point, isIndian: indian === "i" } : ENGLISH;
}

// The server says it for the page that it renders at the moment, a browser for the page that it shows. Elsewhere numbers are English.
const kept = globalThis as typeof globalThis & { ecuNumberStyle?: () => NumberStyle | undefined };

/** Says how to learn in which style numbers are shown here and now. */
export function askNumberStyle(ask: () => NumberStyle | undefined): void {
  kept.ecuNumberStyle = ask;
}

/** The style in which numbers are shown here and now. */
export function numberStyle(): NumberStyle {
  return kept.ecuNumberStyle?.() ?? ENGLISH;
}
