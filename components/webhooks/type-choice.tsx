"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Segments } from "@/components/ui/segments";
import { EVENT_MEANINGS, EVENT_TYPES, type EventType } from "@/lib/webhooks/rules/event-types";

const CHOICES = [
  { value: "all", label: "Everything" },
  { value: "some", label: "Chosen events" },
] as const;

/** A test goes to whoever asks for it. */
const SUBJECTS = EVENT_TYPES.filter((type) => type !== "webhook.test");

/** Which events an endpoint hears of. Null is everything, what is still to come too. */
export function TypeChoice({
  value,
  onChange,
  error,
}: {
  value: readonly EventType[] | null;
  onChange: (value: readonly EventType[] | null) => void;
  error: string | undefined;
}) {
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1.5 text-sm font-medium">Events</legend>
      <Segments
        label="Which events"
        options={CHOICES}
        value={value === null ? "all" : "some"}
        onChange={(choice) => onChange(choice === "all" ? null : [])}
      />
      {error && (
        <p role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
      {value !== null && (
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {SUBJECTS.map((type) => (
            <Checkbox
              key={type}
              label={<code className="font-mono text-xs">{type}</code>}
              hint={EVENT_MEANINGS[type]}
              checked={value.includes(type)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, type] : value.filter((one) => one !== type))
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
