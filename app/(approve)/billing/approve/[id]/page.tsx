import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { amountInWords, mostOf } from "@/components/approvals/approval";
import { ApprovalFrame } from "@/components/approvals/approval-frame";
import { ApprovalRequest } from "@/components/approvals/approval-request";
import { Decision } from "@/components/approvals/decision";
import { Outcome } from "@/components/approvals/outcome";
import { Refusals } from "@/components/approvals/refusals";
import { WhoDecides } from "@/components/approvals/who-decides";
import { RefreshWhile } from "@/components/purchases/refresh-while";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { listMembers } from "@/lib/accounts/members";
import { previewApproval } from "@/lib/approvals/preview-approval";
import { readJobEnd } from "@/lib/approvals/read-job-end";
import { returnTo } from "@/lib/approvals/rules/return-url";
import { readWallet } from "@/lib/metering/read-wallet";
import { type Context, PERMISSIONS_OF_ROLE } from "@/lib/values/context";
import { formatCredits, parseCredits, sub } from "@/lib/values/money";
import { pagePerson } from "@/lib/web/session";
import { findRequest } from "./find-request";

// The address is sent to whoever is asked to decide, and goes to no other page.
export const metadata: Metadata = { title: "Approval", referrer: "same-origin" };

/** Where a person agrees to what a job costs at most, or to a mandate, and goes back to whoever asked. */
export default async function ApprovePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, search, person] = await Promise.all([params, readSearch(searchParams), pagePerson()]);
  const found = await findRequest(id, search.account);
  if (!found) notFound();
  const { ctx, approval } = found;
  const { accountId } = ctx;
  const isPending = approval.status === "pending";
  const mayDecide = ctx.permissions.has("approvals:write");
  const [wallet, preview, end, deciders] = await Promise.all([
    readWallet(ctx),
    approval.kind === "job" && isPending ? previewApproval(ctx, id) : null,
    approval.kind === "job" ? readJobEnd(ctx, approval) : null,
    isPending && !mayDecide ? readDeciders(ctx) : null,
  ]);
  const accountName =
    person.memberships.find((membership) => membership.accountId === accountId)?.accountName ?? "";
  const refusals = preview?.refusals ?? [];
  const most = mostOf(approval);
  const available = most.unit === "credit" ? wallet.available : wallet.tool_runs.available;
  return (
    <ApprovalFrame accountName={accountName} person={`Signed in as ${person.email}`}>
      <RefreshWhile waiting={isPending && refusals.length > 0} />
      <ApprovalRequest
        approval={approval}
        creditValue={wallet.credit_usd_value}
        available={preview?.available ?? available}
        wouldRemain={
          preview?.would_remain ?? formatCredits(sub(parseCredits(available), parseCredits(most.amount)))
        }
        budgets={preview?.budgets ?? []}
        outcome={<Outcome approval={approval} end={end} accountId={accountId} />}
      >
        <Refusals
          refusals={refusals}
          budgets={preview?.budgets ?? []}
          asked={{ ...most, available }}
          mayBuy={ctx.permissions.has("billing:write")}
          mayBudget={ctx.permissions.has("budgets:write")}
          buyHref={buyHref(accountId, id)}
          budgetsHref={`/settings/budgets?account=${accountId}` as Route}
        />
        {deciders ? (
          <WhoDecides accountName={accountName} people={deciders} />
        ) : (
          <Decision
            accountId={accountId}
            id={id}
            pending={isPending}
            approve={
              approval.kind === "job"
                ? `Approve and hold ${amountInWords(most.amount, most.unit)}`
                : "Approve"
            }
            blocked={refusals.length > 0}
            returnTo={wayBack(approval)}
          />
        )}
      </ApprovalRequest>
    </ApprovalFrame>
  );
}

/** The names of those whose role decides. */
async function readDeciders(ctx: Context): Promise<string[]> {
  const members = await listMembers(ctx);
  return members
    .filter(({ role }) => PERMISSIONS_OF_ROLE[role].includes("approvals:write"))
    .map(({ name }) => name);
}

/** Buying leads back here. */
function buyHref(accountId: string, id: string): Route {
  const next = encodeURIComponent(`/billing/approve/${id}?account=${accountId}`);
  return `/billing/buy?account=${accountId}&next=${next}` as Route;
}

/** The asker's page, told what was decided. */
function wayBack({ id, status, return_url: url }: { id: string; status: string; return_url: string | null }) {
  if (url === null) return null;
  const told = status === "declined" ? "declined" : "approved";
  const href = status === "expired" ? url : returnTo(url, id, told);
  return { href, host: new URL(url).host };
}
