import { EventsTable } from "@/components/usage/events-table";
import { type EventsAsked, listUsageEvents } from "@/lib/metering/usage-events";
import { pageContext } from "@/lib/web/session";
import { namesOf } from "./names-of";

interface EventsPartProps {
  query: string;
  asked: EventsAsked;
  total: number;
  creditValue: string;
}

/** The calls behind the numbers, read where they are looked at. */
export async function EventsPart({ query, asked, total, creditValue }: EventsPartProps) {
  if (total === 0) return null;
  const ctx = await pageContext();
  const [first, names] = await Promise.all([
    listUsageEvents(ctx, asked),
    namesOf(ctx, ["member", "team", "project", "key"]),
  ]);
  return (
    <EventsTable
      key={query}
      query={query}
      first={first}
      total={total}
      names={names}
      creditValue={creditValue}
    />
  );
}
