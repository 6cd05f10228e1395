"use client";

import { cva } from "class-variance-authority";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { FormFoot } from "./form-foot";

const panel = cva("fixed z-50 flex flex-col border-line bg-surface text-ink shadow-float outline-none", {
  variants: {
    place: {
      middle:
        "animate-appear top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 rounded-lg border",
      right: "animate-slide-left inset-y-0 right-0 w-full border-l sm:max-w-md lg:max-w-lg",
      left: "animate-slide-right inset-y-0 left-0 w-72 max-w-[85vw] border-r",
    },
  },
});

export interface PanelProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What opens it; none for panels that the URL opens. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot, the one that acts last. */
  footer?: ReactNode;
  children?: ReactNode;
  className?: string;
}

// In a window that is lower than a form, what acts stays in sight and the form goes on behind it; a field that
// takes the focus is scrolled to with its label, and clear of the foot. The foot takes the padding along, or the form would show below it;
// where the form goes on behind it, it has a line above.
const BODY =
  "min-h-0 flex-1 scroll-pt-8 scroll-pb-20 overflow-y-auto overscroll-contain px-5 pb-5 [&_form>[data-form-foot]]:sticky [&_form>[data-form-foot]]:-bottom-5 [&_form>[data-form-foot]]:-mb-5 [&_form>[data-form-foot]]:-mx-5 [&_form>[data-form-foot]]:px-5 [&_form>[data-form-foot]]:animate-over [&_form>[data-form-foot]]:[animation-timeline:scroll()] [&_form>[data-form-foot]]:[animation-range:calc(100%-1rem)_100%] [&_form>[data-form-foot]]:bg-surface [&_form>[data-form-foot]]:-mt-3 [&_form>[data-form-foot]]:pt-3 [&_form>[data-form-foot]]:pb-5";

/** Closes the panel that it stands in. */
export const PanelClose = Radix.Close;

/** A form's first field gets the focus; a panel to be read keeps it for itself, without a ring on its ✕. */
function focusPanel(event: Event): void {
  const panel = event.currentTarget;
  if (!(panel instanceof HTMLElement)) return;
  event.preventDefault();
  const field = panel.querySelector<HTMLElement>("form :is(input, select, textarea):not(:disabled)");
  (field ?? panel).focus();
}

/** The panel, and the button if it has one. Its script is fetched when it is first opened, so it begins open. */
export function Panel({
  place,
  open,
  onOpenChange,
  trigger,
  title,
  description,
  footer,
  children,
  className,
}: PanelProps & { place: "middle" | "left" | "right" }) {
  return (
    <Radix.Root open={open} defaultOpen onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="animate-appear fixed inset-0 z-50 bg-scrim" />
        <Radix.Content
          className={cn(panel({ place }), className)}
          onOpenAutoFocus={place === "left" ? undefined : focusPanel}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0">
              <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-sm text-ink-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button look="ghost" size="icon" aria-label="Close" className="-mt-1 -mr-1.5">
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </div>
          <div className={BODY}>{children}</div>
          {footer && (
            <div className="border-t px-5 py-3">
              <FormFoot>{footer}</FormFoot>
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
