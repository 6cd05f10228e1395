import { CopyButton } from "./copy-id";

/** A command that works when it is pasted. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <figure className="overflow-hidden rounded-lg border bg-sunken text-left">
      <figcaption className="flex items-center justify-between gap-3 border-b px-3 py-1.5 text-xs text-ink-muted">
        {label}
        <CopyButton text={code} className="h-7" />
      </figcaption>
      <pre
        className="overflow-x-auto px-3 py-2.5 font-mono text-xs leading-5 text-ink"
        tabIndex={0}
        aria-label={label}
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
