import type { Metadata } from "next";
import { AskForMandate } from "@/components/approvals/ask-for-mandate";
import { Mandates } from "@/components/approvals/mandates";
import { WaitingJobs } from "@/components/approvals/waiting-jobs";
import { listMandates } from "@/lib/approvals/read-mandates";
import { listApprovals } from "@/lib/approvals/read-requests";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";

export const metadata: Metadata = { title: "Mandates" };

/** What agents may spend, and what they ask to. */
export default async function MandatesPage() {
  const ctx = await pageContext();
  const [mandates, jobs, url] = await Promise.all([listMandates(ctx), listApprovals(ctx), consoleUrl()]);
  return (
    <Mandates
      accountId={ctx.accountId}
      mandates={mandates}
      now={new Date().toISOString()}
      mayDecide={ctx.permissions.has("approvals:write")}
      jobs={
        <WaitingJobs jobs={jobs.filter(({ status }) => status === "pending")} accountId={ctx.accountId} />
      }
      howTo={<AskForMandate url={url} />}
    />
  );
}
