import { listKeys } from "@/lib/accounts/keys";
import { listMembers } from "@/lib/accounts/members";
import { listProjects } from "@/lib/accounts/projects";
import { listTeams } from "@/lib/accounts/teams";
import type { Context } from "@/lib/values/context";

interface Named {
  value: string;
  name: string;
}

/** For whom work can run in an account: the words by which usage names them, and what people call them. */
export interface Subjects {
  team: Named[];
  project: Named[];
  member: Named[];
  key: Named[];
}

/** Reads the account's own teams, projects, members and, for those who may see them, keys; what is archived or revoked is left out. */
export async function readSubjects(ctx: Context): Promise<Subjects> {
  const [teams, projects, members, keys] = await Promise.all([
    listTeams(ctx),
    listProjects(ctx),
    listMembers(ctx),
    ctx.permissions.has("keys:read") ? listKeys(ctx) : [],
  ]);
  const unit = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, name });
  return {
    team: teams.filter(({ archivedAt }) => !archivedAt).map(unit),
    project: projects.filter(({ archivedAt }) => !archivedAt).map(unit),
    member: members.map(({ email, name }) => ({ value: email, name: `${name} (${email})` })),
    key: keys
      .filter(({ revokedAt, expired }) => !revokedAt && !expired)
      .map(({ id, name, prefix }) => ({ value: id, name: `${name} (${prefix}…)` })),
  };
}
