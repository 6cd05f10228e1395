"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { cn } from "@/components/ui/cn";

interface ColumnsProps {
  /** What each place says, for readers. */
  labels: readonly string[];
  active: number | null;
  onActive: (index: number | null) => void;
  onChoose?: ((index: number) => void) | undefined;
}

/**
 * A button over each place of the axis: pointing at it or walking to it by the arrow keys reads it, a click or Enter chooses it. One of them is
 * in the order of the page, so that a chart is one stop. A finger reads with its first touch and chooses with the second.
 */
export function BarsColumns({ labels, active, onActive, onChoose }: ColumnsProps) {
  const list = useRef<HTMLDivElement>(null);
  const touched = useRef<number>(undefined);
  const stop = active ?? labels.length - 1;
  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onActive(null);
    const to = targetOf(event.key, stop, labels.length);
    if (to === null) return;
    event.preventDefault();
    const column = list.current?.children[to];
    if (column instanceof HTMLElement) column.focus();
  };
  const point = (event: PointerEvent, index: number) => {
    touched.current = event.pointerType === "touch" && active !== index ? index : undefined;
    onActive(index);
  };
  return (
    <div
      ref={list}
      role="group"
      aria-label="Places of the chart; the arrow keys move along them"
      className="absolute inset-y-0 right-0 left-12 flex"
      onKeyDown={walk}
      onPointerLeave={() => onActive(null)}
    >
      {labels.map((label, index) => (
        <button
          key={index}
          type="button"
          tabIndex={index === stop ? 0 : -1}
          aria-label={label}
          onFocus={() => onActive(index)}
          onBlur={() => onActive(null)}
          onPointerEnter={(event) => event.pointerType !== "touch" && onActive(index)}
          onPointerDown={(event) => point(event, index)}
          onClick={() => touched.current !== index && onChoose?.(index)}
          className={cn(
            "h-full min-w-0 flex-1 focus-visible:-outline-offset-2",
            index === active && "bg-ink/5",
            !onChoose && "cursor-default!",
          )}
        />
      ))}
    </div>
  );
}

function targetOf(key: string, from: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, from - 1);
    case "ArrowRight":
      return Math.min(count - 1, from + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
