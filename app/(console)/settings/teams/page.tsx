import type { Metadata } from "next";
import { ProjectsCard } from "@/components/settings/projects-card";
import { TeamsCard } from "@/components/settings/teams-card";
import { WhoMayChange } from "@/components/settings/who-may";
import { listMembers } from "@/lib/accounts/members";
import { listProjects } from "@/lib/accounts/projects";
import { listTeams } from "@/lib/accounts/teams";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Teams and projects" };

export default async function TeamsPage() {
  const ctx = await pageContext();
  const [teamRows, projectRows, memberRows] = await Promise.all([
    listTeams(ctx),
    listProjects(ctx),
    listMembers(ctx),
  ]);
  const mayWrite = ctx.permissions.has("members:write");
  const teams = teamRows.map(({ archivedAt, ...team }) => ({ ...team, archived: archivedAt !== null }));
  const projects = projectRows.map(({ archivedAt, ...project }) => ({
    ...project,
    archived: archivedAt !== null,
  }));
  const members = memberRows.map(({ userId, name }) => ({ userId, name }));
  return (
    <div className="space-y-5">
      <WhoMayChange what="teams and projects" needs="members:write" permissions={ctx.permissions} />
      <TeamsCard accountId={ctx.accountId} teams={teams} members={members} mayWrite={mayWrite} />
      <ProjectsCard accountId={ctx.accountId} projects={projects} teams={teams} mayWrite={mayWrite} />
    </div>
  );
}
