import { cn } from "@/components/ui/cn";

/** A key as it stands on the keyboard. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      className={cn(
        "inline-grid h-5 min-w-5 place-items-center rounded-sm border bg-sunken px-1 font-sans text-xs text-ink-muted",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
