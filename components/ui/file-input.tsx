"use client";

import { FileUp } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn";

/** A file to send: chosen, or dropped on the field, which then says which one it has. Within, it is the browser’s own: keys, readers and forms know it. */
export function FileInput({
  kinds,
  className,
  onChoose,
  ...props
}: Omit<ComponentProps<"input">, "type" | "onChange"> & {
  /** What is taken, in words: "CSV, up to 900 kB". */
  kinds: string;
  onChoose: (file: File | undefined) => void;
}) {
  const [name, setName] = useState<string | null>(null);
  return (
    <span
      className={cn(
        "relative flex min-h-16 items-center gap-3 rounded-md border border-dashed border-field/70 bg-surface px-4 py-3 text-sm transition-colors duration-100 hover:border-field hover:bg-hover/60",
        "has-focus-visible:border-accent-ink has-focus-visible:outline-1 has-aria-invalid:border-bad",
        className,
      )}
    >
      <FileUp className="size-5 shrink-0 text-ink-muted" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={name ?? undefined} role="status">
          {name ?? "Choose a file, or drop it here"}
        </span>
        <span className="block text-xs text-ink-muted">{name === null ? kinds : "Choose another"}</span>
      </span>
      <input
        type="file"
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          setName(file?.name ?? null);
          onChoose(file);
        }}
        {...props}
      />
    </span>
  );
}
