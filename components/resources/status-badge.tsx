import { Badge, type Tone } from "@/components/ui/badge";

const STATES: Readonly<Record<string, readonly [word: string, tone: Tone]>> = {
  draft: ["Draft", "neutral"],
  deployed: ["Deployed", "good"],
  undeployed: ["Undeployed", "neutral"],
  failed: ["Failed", "bad"],
  deleted: ["Deleted", "neutral"],
  running: ["Running", "good"],
  stopped: ["Stopped", "neutral"],
  interrupted: ["Interrupted", "bad"],
};

/** The state of a resource or an instance, in a word. */
export function StatusBadge({ status }: { status: string }) {
  const [word, tone] = STATES[status] ?? [status, "neutral"];
  return status === "" ? null : <Badge tone={tone}>{word}</Badge>;
}
