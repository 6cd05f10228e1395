import type { AlertLetter } from "@/lib/alerts/rules/letter";

/** A mail as its reader will see it, with what the wallet would hold then. */
export function LetterPreview({ letter }: { letter: AlertLetter }) {
  const { subject, heading, paragraphs, button, footnote } = letter;
  return (
    <div className="space-y-3 text-sm">
      <p className="wrap-anywhere">
        <span className="text-ink-muted">Subject:</span> {subject}
      </p>
      <div className="space-y-3 rounded-md border bg-sunken p-4">
        <p className="text-base font-semibold">{heading}</p>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          <span className="inline-block rounded-md border border-line-strong bg-surface px-3 py-1.5 font-medium">
            {button.label}
          </span>
        </p>
        <p className="text-xs wrap-anywhere text-ink-muted">{footnote}</p>
      </div>
    </div>
  );
}
