import { Badge, type Tone } from "@/components/ui/badge";
import type { ReRateRow } from "@/lib/backoffice/re-rates/read";

const WORDS: Readonly<Record<ReRateRow["status"], readonly [string, Tone]>> = {
  previewing: ["being priced", "accent"],
  proposed: ["waits for a second person", "warn"],
  approved: ["approved", "good"],
  declined: ["declined", "neutral"],
  withdrawn: ["taken back", "neutral"],
};

export function ReRateStatus({ status }: { status: ReRateRow["status"] }) {
  const [words, tone] = WORDS[status];
  return <Badge tone={tone}>{words}</Badge>;
}
