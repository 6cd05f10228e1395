import { ROLE_NAMES } from "@/components/settings/role-options";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { UtcTime } from "@/components/ui/utc-time";
import type { MemberRow } from "@/lib/accounts/members";

/** The people of an account, to read. */
export function CustomerMembers({ members }: { members: readonly MemberRow[] }) {
  return (
    <Card flush title="Members">
      <DataTable
        caption="Members"
        rows={members}
        rowKey={({ userId }) => userId}
        empty={<p className="px-5 py-5 text-sm text-ink-muted">Nobody belongs to it.</p>}
        columns={[
          { key: "name", head: "Name", narrow: "title", cell: ({ name }) => name },
          { key: "email", head: "E-mail", narrow: "meta", cell: ({ email }) => email },
          { key: "role", head: "Role", narrow: "value", cell: ({ role }) => ROLE_NAMES[role] },
          {
            key: "joined",
            head: "Since (UTC)",
            narrow: "meta-value",
            cell: ({ joinedAt }) => <UtcTime column at={joinedAt.toISOString()} />,
          },
        ]}
      />
    </Card>
  );
}
