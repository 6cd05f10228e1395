import { Ban, CircleCheck, Clock, type LucideIcon } from "lucide-react";
import { CopyId } from "@/components/ui/copy-id";
import { UtcTime } from "@/components/ui/utc-time";
import { TextLink } from "@/components/ui/text-link";
import type { JobEnd } from "@/lib/approvals/read-job-end";
import { type Approval, amountInWords, mostOf, nameInWords } from "./approval";
import { jobEndInWords } from "./job-end";

/** How it ended, in one sentence and what follows from it. Nothing while it is pending. */
export function Outcome({
  approval,
  end,
  accountId,
}: {
  approval: Approval;
  /** Of an approved job, what became of what was held. */
  end: JobEnd | null;
  accountId: string;
}) {
  if (approval.status === "pending") return null;
  const { icon: Icon, ink, title, text } = wordsOf(approval, end);
  const { decided_by, decided_at } = approval;
  const hold = approval.kind === "job" ? approval.authorization_id : null;
  return (
    <div role="status" className="flex items-start gap-3 rounded-lg border bg-sunken/50 px-4 py-3">
      <Icon className={`mt-0.5 size-5 shrink-0 ${ink}`} aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-muted">
          {text}
          {end?.transaction_id && (
            <>
              {" "}
              <TextLink href={`/billing?account=${accountId}&explain=${end.transaction_id}`}>
                See the transaction
              </TextLink>
            </>
          )}
        </p>
        {decided_by && decided_at && (
          <p className="mt-1 text-xs text-ink-muted">
            By {nameInWords(decided_by)}, <UtcTime at={decided_at} />
          </p>
        )}
        {hold && (
          <p className="mt-1 flex flex-wrap items-center gap-1 text-xs text-ink-muted">
            Authorization <CopyId id={hold} label="authorization id" />
          </p>
        )}
      </div>
    </div>
  );
}

interface Words {
  icon: LucideIcon;
  ink: string;
  title: string;
  text: string;
}

function wordsOf(approval: Approval, end: JobEnd | null): Words {
  const { status, requested_by } = approval;
  const { amount, unit } = mostOf(approval);
  const most = amountInWords(amount, unit);
  if (status === "approved") {
    return {
      icon: CircleCheck,
      ink: "text-good",
      title: "Approved",
      text: end
        ? jobEndInWords(end, unit)
        : `${nameInWords(requested_by)} may spend up to ${most} under it. You can revoke it in Settings → Mandates.`,
    };
  }
  if (status === "declined")
    return {
      icon: Ban,
      ink: "text-ink-muted",
      title: "Declined",
      text: "Nothing is held and nothing will be charged.",
    };
  if (status === "revoked")
    return {
      icon: Ban,
      ink: "text-ink-muted",
      title: "Revoked",
      text: "Nothing more can be spent under it.",
    };
  if (status === "ended")
    return {
      icon: Clock,
      ink: "text-ink-muted",
      title: "This mandate is over",
      text: "Its time has passed.",
    };
  return {
    icon: Clock,
    ink: "text-warn",
    title: "This request is over",
    text: "Nobody decided in time, so nothing is held. Whoever asked can ask again.",
  };
}
