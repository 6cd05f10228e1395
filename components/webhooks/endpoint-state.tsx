import { Badge } from "@/components/ui/badge";

/** Whether an endpoint is sent to, and whether it takes it. */
export function EndpointState({
  isEnabled,
  failingSince,
  endedBecause,
}: {
  isEnabled: boolean;
  failingSince: string | null;
  endedBecause: "failures" | "gone" | null;
}) {
  if (endedBecause) return <Badge tone="bad">switched off by itself</Badge>;
  if (!isEnabled) return <Badge>off</Badge>;
  return failingSince ? <Badge tone="warn">failing</Badge> : <Badge tone="good">on</Badge>;
}
