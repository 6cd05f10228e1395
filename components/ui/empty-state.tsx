import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing here, why, and what to do first. Each has an icon, which says at a glance what would stand here. */
export function EmptyState({
  icon: Icon,
  title,
  actions,
  children,
}: {
  icon: LucideIcon;
  title: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center px-4 py-12 text-center">
      <span className="mb-3 grid size-10 place-items-center rounded-lg border bg-sunken text-ink-muted">
        <Icon className="size-5" aria-hidden />
      </span>
      <h2 className="text-base font-semibold text-balance">{title}</h2>
      {children && <div className="mt-1 w-full text-sm text-balance text-ink-muted">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
