import { Card } from "@/components/ui/card";
import { UtcTime } from "@/components/ui/utc-time";
import type { LeadView } from "@/lib/purchases/leads";

/** What somebody asked for, beside the contract that comes of it. */
export function LeadAsked({
  lead: { name, email, company, volume, message, createdAt },
}: {
  lead: LeadView;
}) {
  return (
    <Card
      title="What was asked for"
      description={
        <>
          {[name, email, company].filter(Boolean).join(", ")}, <UtcTime at={createdAt} />
        </>
      }
    >
      <p className="max-w-prose text-sm break-words whitespace-pre-line">
        {volume && <strong className="font-medium">{volume}. </strong>}
        {message || (!volume && "Nothing was written.")}
      </p>
    </Card>
  );
}
