import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { TextLink } from "@/components/ui/text-link";
import type { Check } from "@/lib/backoffice/health/rules/checks";

const LOOKS = {
  good: { icon: CircleCheck, ink: "text-good", words: "good" },
  warn: { icon: TriangleAlert, ink: "text-warn", words: "needs a look" },
  bad: { icon: CircleAlert, ink: "text-bad", words: "needs a hand" },
  off: { icon: CircleDashed, ink: "text-ink-muted", words: "not in use" },
} as const;

/** Parts of the installation, each with how it does and the way to where it is mended. */
export function ChecksList({ label, checks }: { label: string; checks: readonly Check[] }) {
  return (
    <ul aria-label={label} className="divide-y">
      {checks.map(({ name, state, words, href }) => {
        const { icon: Icon, ink, words: reading } = LOOKS[state];
        return (
          <li key={name} className="flex items-start gap-3 px-5 py-3 text-sm">
            <Icon className={cn("mt-0.5 size-4 shrink-0", ink)} aria-hidden />
            <span className="sr-only">{reading}:</span>
            <span className="min-w-0 flex-1 sm:flex sm:gap-4">
              <span className="block w-32 shrink-0 font-medium">{name}</span>
              <span className="block min-w-0 text-ink-muted">{words}</span>
            </span>
            {href && (
              <TextLink href={href as "/"} aria-label={`Open ${name}`} className="shrink-0">
                Open
              </TextLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
