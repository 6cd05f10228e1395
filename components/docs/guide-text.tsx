import { isValidElement, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { CodeBlock } from "@/components/ui/code-block";
import { AnchorLink } from "./anchor-link";
import { anchorOf } from "./anchors";

/** What every picture of a guide is of, in pixels: a window. Its room is there before the picture is, so that a section stays where a link led to. */
export const PICTURE = { width: 1440, height: 900 } as const;

const COMPONENTS: Components = {
  h1: ({ children }) => <h1 className="text-xl font-semibold tracking-tight">{children}</h1>,
  h2: ({ children }) => (
    <h2
      id={anchorOf(textOf(children))}
      data-section
      className="mt-10 scroll-mt-4 text-lg font-semibold tracking-tight"
    >
      <AnchorLink id={anchorOf(textOf(children))}>{children}</AnchorLink>
    </h2>
  ),
  h3: ({ children }) => <h3 className="mt-6 font-medium">{children}</h3>,
  p: ({ children }) => <p className="mt-3 leading-6">{children}</p>,
  ul: ({ children }) => <ul className="mt-3 list-disc space-y-1 pl-5 leading-6">{children}</ul>,
  ol: ({ children }) => <ol className="mt-3 list-decimal space-y-1 pl-5 leading-6">{children}</ol>,
  a: ({ href, children }) => (
    <a href={href} className="text-accent-ink underline">
      {children}
    </a>
  ),
  code: ({ children }) => (
    <code className="rounded-sm bg-sunken px-0.5 py-0.5 font-mono text-xs break-words">{children}</code>
  ),
  pre: ({ children }) => (
    <div className="mt-3">
      <CodeBlock label={languageOf(children)} code={textOf(children).trimEnd()} />
    </div>
  ),
  table: ({ children }) => (
    <div className="mt-3 overflow-x-auto" tabIndex={0} role="group" aria-label="Table">
      <table className="w-full text-left text-sm">{children}</table>
    </div>
  ),
  th: ({ children }) => (
    <th className="border-b py-2 pr-4 font-medium text-ink-muted first-letter:uppercase">{children}</th>
  ),
  td: ({ children }) => <td className="border-b py-2 pr-4 align-top">{children}</td>,
  // A file of this installation, of a size that its own pixels say: nothing for an optimiser to do. Whole pages are on them, too small to be
  // read in a column, so that each leads to itself.
  img: ({ src, alt }) => (
    <a
      href={`/guides/${String(src)}`}
      aria-label={`Enlarge: ${alt ?? "picture"}`}
      className="mt-4 block cursor-zoom-in rounded-lg"
    >
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img
        {...PICTURE}
        src={`/guides/${String(src)}`}
        alt={alt}
        loading="lazy"
        className="h-auto w-full rounded-lg border"
      />
    </a>
  ),
};

/** A guide's Markdown in the console's own type. */
export function GuideText({ text }: { text: string }) {
  return (
    <article className="text-sm">
      <Markdown remarkPlugins={[remarkGfm]} components={COMPONENTS}>
        {text}
      </Markdown>
    </article>
  );
}

function textOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(textOf).join("");
  if (isValidElement<{ children?: ReactNode }>(node)) return textOf(node.props.children);
  return typeof node === "string" || typeof node === "number" ? String(node) : "";
}

const LANGUAGES: Readonly<Record<string, string>> = {
  http: "HTTP",
  ini: "Settings",
  js: "JavaScript",
  nginx: "nginx",
  python: "Python",
  sh: "Shell",
  sql: "SQL",
  yaml: "YAML",
};

/** What a block of code is written in, as Markdown names it. */
function languageOf(block: ReactNode): string {
  const named = isValidElement<{ className?: string }>(block) ? block.props.className : undefined;
  return LANGUAGES[named?.replace("language-", "") ?? ""] ?? "Example";
}
