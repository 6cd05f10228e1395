import { Banner } from "@/components/ui/banner";
import { UtcTime } from "@/components/ui/utc-time";
import type { EndpointRow } from "./endpoints-card";

const BECAUSE = {
  failures: "It took nothing for five days, and was switched off.",
  gone: "It answered 410 Gone, which asks for nothing more, and was switched off.",
} as const;

/** What is wrong with an endpoint, and what to do about it. */
export function EndpointNotice({ endpoint }: { endpoint: EndpointRow }) {
  const { isEnabled, endedBecause, failingSince } = endpoint;
  if (endedBecause)
    return (
      <Banner tone="bad">
        {BECAUSE[endedBecause]} What happens meanwhile is not kept for it. Switch it on when it works again.
      </Banner>
    );
  if (!isEnabled)
    return (
      <Banner>
        It is switched off. What happens meanwhile is not kept for it; what waits goes out when it is on.
      </Banner>
    );
  if (failingSince)
    return (
      <Banner tone="warn">
        Nothing has arrived since <UtcTime at={failingSince} short /> UTC. Each message is tried for three
        days; after five days without any the webhook is switched off.
      </Banner>
    );
  return null;
}
