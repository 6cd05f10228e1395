"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { FormError } from "@/components/ui/form-error";
import { SaveBar } from "@/components/ui/save-bar";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { setAlertPace } from "@/lib/alerts/actions";
import { MOST_AT_ONCE, type Pace } from "@/lib/alerts/rules/pace";

const CHOICES: readonly { pace: Pace; label: string; hint: string }[] = [
  {
    pace: "limited",
    label: `At most ${MOST_AT_ONCE} a week at once`,
    hint: "The others come together, on Monday at 8:00 UTC.",
  },
  { pace: "weekly", label: "Once a week", hint: "All of them together, on Monday at 8:00 UTC." },
  { pace: "all", label: "Each at once", hint: "However many there are." },
];

/** How often the person who looks gets mails of alerts from this account. */
export function PaceCard({ accountId, pace }: { accountId: string; pace: Pace }) {
  const [choice, setChoice] = useState(pace);
  const { submit, busy, message, requestId } = useSubmit(
    (input: { pace: Pace }) => setAlertPace(input, accountId),
    () => void toast.success("Your choice is saved"),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ pace: choice });
      }}
    >
      <Card
        title="Your e-mails"
        description="How alerts of this account come to you. Banners and webhooks always come at once."
        footer={<SaveBar isSame={choice === pace} busy={busy} />}
      >
        <FormError message={message} requestId={requestId} />
        <fieldset className="space-y-3">
          <legend className="sr-only">How often e-mails come</legend>
          {CHOICES.map(({ pace: one, label, hint }) => (
            <label key={one} className="flex items-start gap-2.5 text-sm">
              <input
                type="radio"
                name="pace"
                value={one}
                checked={choice === one}
                onChange={() => setChoice(one)}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span>
                {label}
                <span className="block text-xs text-ink-muted">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </Card>
    </form>
  );
}
