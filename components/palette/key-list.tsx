"use client";

import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { Kbd } from "./kbd";
import { PLACE_KEYS } from "./keys";
import { showPalette } from "./palette-store";

const ANYWHERE = [
  { keys: ["⌘ K", "Ctrl K"], label: "Search, also while typing" },
  { keys: ["/"], label: "Search" },
  { keys: ["?"], label: "This list" },
  { keys: ["Esc"], label: "Close what is open" },
];

/** All keys of the console; operators without an account have no places of one. */
export function KeyList({ hasPlaces }: { hasPlaces: boolean }) {
  const places = hasPlaces ? PLACE_KEYS.map(({ key, label }) => ({ keys: ["g", key], label })) : [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && showPalette(null)}
      title="Keyboard shortcuts"
      description="On every page of the console, while nothing is typed."
      footer={
        <p className="text-sm text-ink-muted">
          They can be switched off in your{" "}
          <TextLink href="/settings/profile#preferences" onClick={() => showPalette(null)}>
            profile
          </TextLink>
          .
        </p>
      }
    >
      <dl className="divide-y text-sm">
        {[...ANYWHERE, ...places].map(({ keys, label }) => (
          <div key={keys.join(" ")} className="flex min-h-9 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex items-center gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
