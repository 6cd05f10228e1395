/** A heading of a guide, and the part of the address that leads to it. */
export interface Heading {
  id: string;
  text: string;
}

/** "Where did it go?" stands at `#where-did-it-go-`. */
export function anchorOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

/** The sections of a guide's Markdown. What only looks like a heading within a block of code is none. */
export function headingsOf(markdown: string): Heading[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^## +(.+)$/gm)].map(([, found = ""]) => {
    const text = found.replaceAll(/[`*]/g, "").trim();
    return { id: anchorOf(text), text };
  });
}
