import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const bannerStyles = cva(
  "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border px-4 py-2.5 text-sm",
  {
    variants: {
      tone: {
        note: "bg-sunken text-ink",
        good: "border-good/30 bg-good-soft text-ink",
        warn: "border-warn-line bg-warn-soft text-ink",
        bad: "border-bad-line bg-bad-soft text-ink",
      },
    },
    defaultVariants: { tone: "note" },
  },
);

type Tone = NonNullable<VariantProps<typeof bannerStyles>["tone"]>;

const ICONS = { note: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;
const INKS = { note: "text-ink-muted", good: "text-good", warn: "text-warn", bad: "text-bad" } as const;

/** Something that needs a hand, as loud as it matters, with exactly one next step. */
export function Banner({
  tone = "note",
  action,
  corner,
  className,
  children,
}: {
  tone?: Tone;
  action?: ReactNode;
  /** What puts it away: at the top right, wherever the action goes. */
  corner?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div
      className={cn(bannerStyles({ tone }), corner && "@container/banner relative pr-12", className)}
      role={tone === "bad" ? "alert" : "status"}
    >
      {/* The icon stands beside the first line, however many there are. */}
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-x-3">
        <Icon className={cn("mt-0.5 size-4 shrink-0", INKS[tone])} aria-hidden />
        <div className="min-w-0 flex-1 text-pretty wrap-anywhere">{children}</div>
      </div>
      {action}
      {corner && (
        // In the middle while all stands in one line; beside the first line where the action goes below it.
        <div className="absolute top-1 right-2 @xl/banner:top-1/2 @xl/banner:-translate-y-1/2">{corner}</div>
      )}
    </div>
  );
}
