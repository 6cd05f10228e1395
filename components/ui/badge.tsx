import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn";

const badgeStyles = cva(
  // Stored words begin small: here they stand by themselves. Only a block has a first letter.
  "inline-block rounded-sm px-1.5 py-px text-xs font-medium whitespace-nowrap first-letter:uppercase",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-ink-muted",
        accent: "bg-accent-soft text-accent-ink",
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeStyles>["tone"]>;

/** A state in one or two words, in sentence case whatever it is given. The words say it; the colour only helps. */
export function Badge({
  tone,
  title,
  className,
  children,
}: {
  tone?: Tone;
  /** What it says when it is pointed at. */
  title?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span title={title} className={cn(badgeStyles({ tone }), className)}>
      {children}
    </span>
  );
}
