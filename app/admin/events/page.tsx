import type { Metadata } from "next";
import { EventsTable } from "@/components/admin/events-table";
import { FilterChoice, FilterForm } from "@/components/admin/filter-form";
import { linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { Card } from "@/components/ui/card";
import { listStripeEvents, type StripeEventRow } from "@/lib/purchases/stripe-events";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Stripe events" };

const PATH = "/admin/events";
const STATUSES: readonly StripeEventRow["status"][] = ["received", "applied", "ignored", "failed"];

/** What Stripe has sent, and what each event did. */
export default async function EventsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const status = STATUSES.find((each) => each === query.status);
  const before = oneOf(query.before);
  const { rows, next } = await listStripeEvents(operator, { status, before });
  const filtered = status !== undefined;
  return (
    <div className="space-y-4">
      <FilterForm path={PATH} filtered={filtered}>
        <FilterChoice name="status" label="Status" value={status} options={STATUSES} />
      </FilterForm>
      <Card flush>
        <EventsTable rows={rows} filtered={filtered || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, { status }) : null}
        older={next ? linkWith(PATH, { status, before: next }) : null}
      />
    </div>
  );
}
