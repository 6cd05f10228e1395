import { Lock } from "lucide-react";
import { listInWords } from "@/lib/values/display/list";

/** For somebody who may look at a request and not decide on it: who may. */
export function WhoDecides({ people, accountName }: { people: readonly string[]; accountName: string }) {
  return (
    <div className="flex items-start gap-3 rounded-lg border bg-sunken/50 px-4 py-3 text-sm">
      <Lock className="mt-0.5 size-4 shrink-0 text-ink-muted" aria-hidden />
      <p className="min-w-0">
        <span className="font-medium">Your role cannot decide on this.</span> Owners, admins and billing
        members of {accountName} can: {listInWords(people, "ask one of them")}. Send one of them this page’s
        address.
      </p>
    </div>
  );
}
