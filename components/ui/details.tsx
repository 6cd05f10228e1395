import type { ReactNode } from "react";

/** Names and values, one pair a line. */
export function Details({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="divide-y text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="flex min-h-9 items-center justify-between gap-4 py-1">
          <dt className="shrink-0 text-ink-muted max-sm:shrink-999">{name}</dt>
          <dd className="min-w-0 text-right wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
