import { Gift, SquarePen } from "lucide-react";
import { linkWith } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { Card } from "@/components/ui/card";
import type { AdjustmentView } from "@/lib/backoffice/adjustments/list";
import { AdjustmentsTable } from "./adjustments-table";

interface Listed {
  rows: AdjustmentView[];
  next: string | null;
}

/** What waits for a second person, and what was decided. */
export function AdjustmentsPage({
  path,
  open,
  decided,
  isOlder,
}: {
  path: "/admin/corrections" | "/admin/grants";
  open: Listed;
  decided: Listed;
  isOlder: boolean;
}) {
  return (
    <div className="space-y-5">
      {open.rows.length > 0 && (
        <Card
          flush
          title="Waiting for a second person"
          description={open.next === null ? undefined : "The newest 50."}
        >
          <AdjustmentsTable rows={open.rows} />
        </Card>
      )}
      {(decided.rows.length > 0 || open.rows.length === 0) && (
        <Card flush title={decided.rows.length > 0 && "Decided"}>
          <AdjustmentsTable rows={decided.rows} icon={path === "/admin/grants" ? Gift : SquarePen} />
        </Card>
      )}
      <Pager
        newest={isOlder ? path : null}
        older={decided.next ? linkWith(path, { before: decided.next }) : null}
      />
    </div>
  );
}
