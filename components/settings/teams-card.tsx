"use client";

import { ChevronDown, Users } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Menu, MenuCheck } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { addTeam, assignTeamMember, changeTeam } from "@/lib/accounts/actions";
import { EditUnitForm } from "./edit-unit-form";
import { NewUnitForm } from "./new-unit-form";

export interface Team {
  id: string;
  slug: string;
  name: string;
  archived: boolean;
  memberIds: readonly string[];
}

interface TeamsProps {
  accountId: string;
  teams: readonly Team[];
  members: readonly { userId: string; name: string }[];
  mayWrite: boolean;
}

/** Teams: who is in them, and the word by which usage names them. */
export function TeamsCard({ accountId, teams, members, mayWrite }: TeamsProps) {
  const create = <NewUnitForm what="team" create={(team) => addTeam(team, accountId)} />;
  return (
    <Card
      title="Teams"
      description="Usage is tracked per team. An event names its team by the word shown here."
      actions={mayWrite && teams.length > 0 && create}
      flush
    >
      <DataTable
        caption="Teams"
        rows={teams}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Users} title="No teams yet" actions={mayWrite && create}>
            Make one to see what each part of your company uses.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            head: "Team",
            narrow: "title",
            className: mayWrite ? "narrow:col-span-3" : "",
            cell: ({ name, archived }) => (
              <span className="font-medium">
                {name} {archived && <Badge>archived</Badge>}
              </span>
            ),
          },
          {
            key: "slug",
            head: "In usage events",
            narrow: "meta",
            className: "narrow:self-center",
            cell: ({ slug }) => <code className="font-mono text-xs wrap-anywhere">{slug}</code>,
          },
          {
            key: "members",
            head: "Members",
            narrow: mayWrite ? "meta-value" : "value",
            // Where there is little room, what can be done stands on one line, the second.
            className: mayWrite ? "narrow:col-span-1" : "",
            cell: (team) => (
              <TeamMembers accountId={accountId} team={team} members={members} mayWrite={mayWrite} />
            ),
          },
          {
            key: "edit",
            head: <span className="sr-only">Edit</span>,
            align: "right",
            narrow: "value",
            className: "narrow:row-start-2",
            cell: ({ id, name, archived }) =>
              mayWrite && (
                <EditUnitForm
                  key={`${name}${archived}`}
                  what="team"
                  name={name}
                  archived={archived}
                  save={(team) => changeTeam({ id, ...team }, accountId)}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}

function TeamMembers({ accountId, team, members, mayWrite }: { team: Team } & Omit<TeamsProps, "teams">) {
  const count = team.memberIds.length;
  const words = count === 1 ? "1 member" : `${count} members`;
  if (!mayWrite) return words;
  const assign = async (userId: string, belongs: boolean) => {
    const result = await assignTeamMember({ teamId: team.id, userId, belongs }, accountId);
    if (!result.ok) toast.error(result.message);
  };
  return (
    <Menu
      align="start"
      trigger={
        <Button
          look="row"
          size="sm"
          aria-label={`${words}, members of ${team.name}`}
          className="wide:-ml-2.5"
        >
          {words}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {members.map(({ userId, name }) => (
        <MenuCheck
          key={userId}
          checked={team.memberIds.includes(userId)}
          onCheckedChange={(belongs) => void assign(userId, belongs)}
        >
          {name}
        </MenuCheck>
      ))}
    </Menu>
  );
}
