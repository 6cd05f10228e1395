import type { Metadata } from "next";
import { FilterChoice, FilterForm } from "@/components/admin/filter-form";
import { RetryFailedButton } from "@/components/admin/job-buttons";
import { JobsTable } from "@/components/admin/jobs-table";
import { linkWith } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { Card, StatCard } from "@/components/ui/card";
import { listJobs } from "@/lib/backoffice/jobs/list-jobs";
import { JOB_STATES, JobId, type JobState } from "@/lib/backoffice/jobs/schema";
import { displayCount, plural } from "@/lib/values/display/count";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Jobs" };

const PATH = "/admin/jobs";
const WORDS: Readonly<Record<JobState, string>> = {
  failed: "Failed",
  retrying: "To be tried again",
  running: "Running",
  waiting: "Waiting",
  scheduled: "Scheduled for later",
};

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
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5 [&>:last-child]:max-lg:col-span-2">
        {JOB_STATES.map((each) => (
          <StatCard key={each} label={WORDS[each]} value={displayCount(counts[each])} />
        ))}
      </dl>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <FilterForm path={PATH} filtered={state !== undefined}>
            <FilterChoice name="state" label="State" value={state} options={JOB_STATES} />
          </FilterForm>
        </div>
        {counts.failed > 0 && <RetryFailedButton count={counts.failed} />}
      </div>
      {outbox > 0 && (
        <p className="text-sm text-ink-muted">
          {plural(outbox, "task")} on the way from the outbox to the queue.
        </p>
      )}
      <Card flush>
        <JobsTable rows={rows} filtered={state !== undefined || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, { state }) : null}
        older={next ? linkWith(PATH, { state, before: next }) : null}
      />
    </div>
  );
}
