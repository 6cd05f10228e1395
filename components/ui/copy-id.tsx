"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { shortenId } from "@/lib/values/display/shorten-id";
import { Button } from "./button";
import { cn } from "./cn";

function useCopy(text: string): { copied: boolean; copy: () => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1_600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void writeClipboard(text).then(setCopied);
  };
  return { copied, copy };
}

// Plain HTTP has no clipboard API: there the old way is the only one.
async function writeClipboard(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copyBySelection(text),
    );
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "fixed opacity-0";
  (document.activeElement?.parentElement ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** An id in mono, shortened in the middle, copied whole by a click. Its text, not its edge, stands in line with what is above it. */
export function CopyId({
  id,
  label,
  full = false,
  className,
}: {
  id: string;
  label: string;
  full?: boolean;
  className?: string;
}) {
  const { copied, copy } = useCopy(id);
  const shown = full ? id : shortenId(id);
  return (
    <button
      type="button"
      onClick={copy}
      title={id}
      aria-label={`${shown}, copy ${label}`}
      className={cn(
        "group -ml-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 font-mono text-xs text-ink-muted hover:bg-hover hover:text-ink",
        // As wide as its place and the room that it takes beside it: else its last letter would go onto a line of its own.
        full ? "-mr-1 max-w-[calc(100%+0.5rem)]" : "max-w-full",
        className,
      )}
    >
      {/* What is short already is not cut again by a narrow column. */}
      <span className={full ? "text-left break-all" : shown === id ? "truncate" : "whitespace-nowrap"}>
        {shown}
      </span>
      {copied ? (
        <Check className="size-3 shrink-0 text-good" aria-hidden />
      ) : (
        <Copy className="size-3 shrink-0 opacity-60 group-hover:opacity-100" aria-hidden />
      )}
      <span className="sr-only" role="status">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}

/** Copies a text that stands beside it. */
export function CopyButton({
  text,
  children = "Copy",
  ...props
}: {
  text: string;
  children?: string;
  className?: string;
}) {
  const { copied, copy } = useCopy(text);
  return (
    <Button size="sm" onClick={copy} {...props}>
      {copied ? <Check className="text-good" aria-hidden /> : <Copy aria-hidden />}
      {copied ? "Copied" : children}
      {/* Beside its name: what is within a live region may be left out of a button's. */}
      <span className="sr-only" role="status">
        {copied ? "Copied" : ""}
      </span>
    </Button>
  );
}
