import type { Metadata } from "next";
import { EventsTable } from "@/components/admin/events-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { listStripeEvents, type StripeEventRow } from "@/lib/purchases/stripe-events";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Stripe events" };

const STATUSES: readonly StripeEventRow["status"][] = ["received", "applied", "ignored", "failed"];

/** What Stripe has sent, and what each event did. */
export default async function EventsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const status = STATUSES.find((each) => each === query.status);
  const before = typeof query.before === "string" ? query.before : undefined;
  const { rows, next } = await listStripeEvents(operator, { status, before });
  const link = (more: Record<string, string | undefined>) => {
    const given = Object.entries({ status, ...more }).filter(([, value]) => value !== undefined);
    return `/admin/events?${new URLSearchParams(given as [string, string][]).toString()}`;
  };
  return (
    <div className="space-y-4">
      <nav aria-label="Status" className="flex flex-wrap gap-4 text-sm">
        {[undefined, ...STATUSES].map((each) => (
          <TextLink
            key={each ?? "all"}
            href={link({ status: each })}
            aria-current={each === status ? "page" : undefined}
            className={each === status ? "font-medium no-underline" : undefined}
          >
            {each ?? "all"}
          </TextLink>
        ))}
      </nav>
      <Card flush>
        <EventsTable rows={rows} filtered={status !== undefined || before !== undefined} />
      </Card>
      {next && (
        <div className="flex justify-center">
          <LinkButton href={link({ before: next })}>Older</LinkButton>
        </div>
      )}
    </div>
  );
}
