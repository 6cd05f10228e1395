import Link from "next/link";
import { segmentLook, SEGMENTS } from "@/components/ui/segment-look";

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
    <nav aria-label={label} className={SEGMENTS}>
      {views.map(({ view, label: words }) => (
        <Link
          key={view}
          href={hrefOf(view) as "/"}
          scroll={false}
          aria-current={view === current ? "page" : undefined}
          className={segmentLook(view === current)}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
