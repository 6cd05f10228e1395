import Link from "next/link";
import { cn } from "@/components/ui/cn";

/**
 * Which of a few views a page shows, all in sight, as links. The rule of the back office: views of the same thing, of which there is always exactly one and never more
 * than four, stand here; whatever narrows a list down is asked in a `FilterForm`.
 */
export function ViewLinks<View extends string>({
  label,
  views,
  current,
  hrefOf,
}: {
  label: string;
  views: readonly { view: View; label: string }[];
  current: View;
  hrefOf: (view: View) => string;
}) {
  return (
    <nav
      aria-label={label}
      className="inline-flex h-8 max-w-full shrink-0 overflow-x-auto rounded-md border border-line-strong bg-sunken p-0.5"
    >
      {views.map(({ view, label: words }) => (
        <Link
          key={view}
          href={hrefOf(view) as "/"}
          scroll={false}
          aria-current={view === current ? "page" : undefined}
          className={cn(
            "flex items-center rounded-sm px-2.5 text-sm whitespace-nowrap transition-colors duration-100",
            view === current ? "bg-surface font-medium text-ink" : "text-ink-muted hover:text-ink",
          )}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
