import type { Metadata } from "next";
import { RetryFailedButton } from "@/components/admin/job-buttons";
import { JobsTable } from "@/components/admin/jobs-table";
import { linkWith } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { listJobs } from "@/lib/backoffice/jobs/list-jobs";
import { JOB_STATES, JobId } from "@/lib/backoffice/jobs/schema";
import { plural } from "@/lib/values/display/count";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Jobs" };

/** What the worker has to do, and what it could not. */
export default async function JobsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const state = JOB_STATES.find((each) => each === query.state);
  const before = JobId.safeParse(query.before).data;
  const { rows, next, counts, outbox } = await listJobs(operator, { state, before });
  const all = JOB_STATES.reduce((sum, each) => sum + counts[each], 0);
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <nav aria-label="State" className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
          {[undefined, ...JOB_STATES].map((each) => (
            <TextLink
              key={each ?? "all"}
              href={linkWith("/admin/jobs", { state: each }) as "/"}
              aria-current={each === state ? "page" : undefined}
              className={each === state ? "font-medium no-underline" : undefined}
            >
              {each ?? "all"} {each === undefined ? all : counts[each]}
            </TextLink>
          ))}
        </nav>
        {counts.failed > 0 && <RetryFailedButton count={counts.failed} />}
      </div>
      {outbox > 0 && (
        <p className="text-sm text-ink-muted">
          {plural(outbox, "task")} on the way from the outbox to the queue.
        </p>
      )}
      <Card flush className="overflow-hidden">
        <JobsTable rows={rows} filtered={state !== undefined || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith("/admin/jobs", { state }) : null}
        older={next ? linkWith("/admin/jobs", { state, before: next }) : null}
      />
    </div>
  );
}
