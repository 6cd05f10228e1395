/** A sentence whose words between backticks are code. */
export function Prose({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-xs text-ink wrap-anywhere">
        {part}
      </code>
    ),
  );
}
