"use client";

import { History } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { displayDay } from "@/lib/values/display/time";
import { parseMoment } from "@/lib/values/moment";
import { DAY_MS, isUtcDay } from "@/lib/values/time";

/** Which moment the books are shown of: now, the end of a UTC day, or a minute. It is in the URL. */
export function AsOfPicker() {
  const { query, setQuery } = useUrlQuery(["as_of", "explain"]);
  const [open, setOpen] = useState(false);
  const asOf = query.as_of !== null && parseMoment(query.as_of) ? query.as_of : null;
  const choose = (moment: string | null) => {
    setOpen(false);
    setQuery({ as_of: moment, explain: null });
  };
  return (
    <Popover
      label="As of"
      open={open}
      onOpenChange={setOpen}
      className="w-72 p-3"
      trigger={
        <Button size="sm" className={asOf ? undefined : "text-ink-muted"}>
          <History className="text-ink-muted" aria-hidden />
          {asOf ? `As of ${nameOf(asOf)}` : "As of now"}
        </Button>
      }
    >
      <MomentForm key={asOf} asOf={asOf} onChoose={choose} />
    </Popover>
  );
}

function MomentForm({ asOf, onChoose }: { asOf: string | null; onChoose: (moment: string | null) => void }) {
  const [fault, setFault] = useState<string>();
  const [firstDay = "", firstTime = ""] = (asOf ?? "").split("T");
  const [day, setDay] = useState(firstDay);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const time = new FormData(event.currentTarget).get("time")?.toString() ?? "";
    if (!isUtcDay(day)) return setFault(day ? "Write a day such as 21 Nov 2026" : "Choose a day");
    const moment = time ? `${day}T${time}` : day;
    if ((parseMoment(day)?.getTime() ?? 0) - DAY_MS >= Date.now()) return setFault("That day lies ahead");
    onChoose(moment);
  };
  return (
    <form onSubmit={submit} className="space-y-3" noValidate>
      <p className="text-xs text-ink-muted">
        Balance, grants and transactions exactly as the books had them.
      </p>
      <div className="grid grid-cols-[1fr_6.5rem] gap-2">
        <Field label="Day" error={fault}>
          <DayInput value={day} onChange={setDay} />
        </Field>
        <Field label="Time">
          <Input type="time" name="time" defaultValue={firstTime.slice(0, 5)} className="px-2" />
        </Field>
      </div>
      <p className="text-xs text-ink-muted">UTC. Without a time, the end of the day.</p>
      <div className="flex justify-end gap-2">
        {asOf && (
          <Button look="ghost" size="sm" onClick={() => onChoose(null)}>
            Back to now
          </Button>
        )}
        <Button type="submit" size="sm" look="primary">
          Show
        </Button>
      </div>
    </form>
  );
}

/** "10 Nov 2026", or "10 Nov 2026, 14:03". */
function nameOf(asOf: string): string {
  const [day = "", time] = asOf.split("T");
  return time ? `${displayDay(day)}, ${time.slice(0, 5)}` : displayDay(day);
}
