import { Lock } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** For a page that the person's role does not open. */
export function NoAccess({ what, who }: { what: string; who: string }) {
  return (
    <Card flush>
      <EmptyState icon={Lock} title={`Your role does not open ${what}`}>
        {who} of this account can see it, or give you a role that can.
      </EmptyState>
    </Card>
  );
}
