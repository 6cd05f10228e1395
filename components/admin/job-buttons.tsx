"use client";

import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { giveUpJob, runFailedJobsAgain, runJobAgain } from "@/lib/backoffice/jobs/actions";
import type { JobRow } from "@/lib/backoffice/jobs/list-jobs";
import { plural } from "@/lib/values/display/count";
import { AgainButton } from "./again-button";
import { told } from "./told";

/** What can be done about a job; nothing about one that runs. */
export function JobButtons({ job: { id, task, state } }: { job: JobRow }) {
  if (state === "running" || state === "waiting") return null;
  return (
    <span className="inline-flex justify-end gap-1">
      {state === "failed" && (
        <ConfirmDialog
          trigger="Discard"
          title={`Discard ${task}?`}
          verb="Discard it"
          done="Discarded"
          run={() => giveUpJob({ id })}
        >
          What this job should have done is not done, and nothing tries it again. The operators’ audit log
          keeps who decided that.
        </ConfirmDialog>
      )}
      <AgainButton
        run={() => runJobAgain({ id })}
        done="It runs as soon as a worker is free"
        label={`Run now: ${task}`}
      >
        Run now
      </AgainButton>
    </span>
  );
}

/** For the morning after an outage. */
export function RetryFailedButton({ count }: { count: number }) {
  const { submit, busy } = useSubmit(
    () => told(runFailedJobsAgain({})),
    (done) => toast.success(`${plural(done.count, "job")} will run again`),
  );
  return (
    <Button busy={busy} onClick={() => submit(undefined)}>
      Run all {count} failed again
    </Button>
  );
}
