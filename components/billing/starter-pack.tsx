import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { StarterGrant } from "@/lib/ledger/read-starter-pack";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsdOfCredits } from "@/lib/values/display/usd";

/** What every account starts with: included, or used up by now. */
export function StarterPack({ grants, price }: { grants: readonly StarterGrant[]; price: string }) {
  const used = grants.length > 0 && grants.every(({ remaining }) => remaining === "0");
  return (
    <Card
      title="Free starter pack"
      description="Included with every account that signs up."
      actions={
        grants.length > 0 && <Badge tone={used ? "neutral" : "good"}>{used ? "Used" : "Included"}</Badge>
      }
    >
      {grants.length === 0 && <p className="text-ink-muted">This account was opened without one.</p>}
      <ul className="divide-y">
        {grants.map((grant) => (
          <li key={grant.transaction_id} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-lg font-semibold tracking-tight tabular-nums">
                {displayAmount(grant.amount, { decimals: decimalsOf(grant) })}
              </span>
              <span className="text-ink-muted">
                {grant.unit === "credit" ? `ECU ≈ ${displayUsdOfCredits(grant.amount, price)}` : "tool runs"}
              </span>
            </p>
            <p className="mt-0.5 text-xs text-ink-muted">
              {grant.remaining === "0"
                ? "Used up"
                : `${displayAmount(grant.remaining, { decimals: decimalsOf(grant) })} left`}
              {grant.expires_at && (
                <>
                  , expires <UtcTime at={grant.expires_at} />
                </>
              )}
              {" · "}
              <TextLink
                href={`/billing?${grant.unit === "tool_run" ? "unit=tool_run&" : ""}explain=${grant.transaction_id}`}
              >
                See the transaction
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function decimalsOf({ unit }: StarterGrant): number {
  return unit === "credit" ? 4 : 0;
}
