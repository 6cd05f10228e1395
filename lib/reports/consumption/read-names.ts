import { listKeys } from "@/lib/accounts/keys";
import { listMembers } from "@/lib/accounts/members";
import { listProjects } from "@/lib/accounts/projects";
import { listTeams } from "@/lib/accounts/teams";
import { featureName, noneOf } from "@/lib/metering/rules/usage-names";
import type { Context } from "@/lib/values/context";
import { shortenId } from "@/lib/values/display/shorten-id";
import type { ConsumerKind } from "./schema";

/** What somebody who reads a report may know a consumer by. */
export type NameOf = (kind: ConsumerKind, value: string) => string;

/** People's, teams', projects' and keys' names, for those who may read them; the others see what usage itself says, and a part of a key's id. */
export async function readNames(ctx: Context): Promise<NameOf> {
  const may = ctx.permissions;
  const [members, teams, projects, keys] = await Promise.all([
    may.has("members:read") ? listMembers(ctx) : [],
    may.has("account:read") ? listTeams(ctx) : [],
    may.has("account:read") ? listProjects(ctx) : [],
    may.has("keys:read") ? listKeys(ctx) : [],
  ]);
  const names: Partial<Record<ConsumerKind, Map<string, string>>> = {
    member: new Map(members.map(({ email, name }) => [email, name])),
    team: new Map(teams.map(({ slug, name }) => [slug, name])),
    project: new Map(projects.map(({ slug, name }) => [slug, name])),
    key: new Map(keys.map(({ id, name }) => [id, name])),
  };
  return (kind, value) => {
    if (value === "") return noneOf(kind);
    const known = names[kind]?.get(value);
    if (known) return known;
    if (kind === "key") return shortenId(value);
    return kind === "feature" ? featureName(value) : value;
  };
}
