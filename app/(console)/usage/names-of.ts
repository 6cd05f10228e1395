import { listKeys } from "@/lib/accounts/keys";
import { listMembers } from "@/lib/accounts/members";
import { listProjects } from "@/lib/accounts/projects";
import { listTeams } from "@/lib/accounts/teams";
import { listMandates } from "@/lib/approvals/read-mandates";
import type { Dimension } from "@/components/usage/dimensions";
import type { Context } from "@/lib/values/context";
import { shortenId } from "@/lib/values/display/shorten-id";

type Names = Readonly<Record<string, string>>;

const READ: Partial<Record<Dimension, (ctx: Context) => Promise<(readonly [string, string])[]>>> = {
  member: async (ctx) => (await listMembers(ctx)).map(({ email, name }) => [email, name || email]),
  team: async (ctx) => (await listTeams(ctx)).map(({ slug, name }) => [slug, name]),
  project: async (ctx) => (await listProjects(ctx)).map(({ slug, name }) => [slug, name]),
  key: async (ctx) =>
    ctx.permissions.has("keys:read") ? (await listKeys(ctx)).map(({ id, name }) => [id, name]) : [],
  mandate: async (ctx) => (await listMandates(ctx)).map(({ id, title }) => [id, title]),
};

/** What groups and filters are called, by these dimensions; ids that nobody may know the name of are shortened. */
export async function namesOf(
  ctx: Context,
  dimensions: readonly Dimension[],
  ids: readonly string[] = [],
): Promise<Names> {
  const short = ids.filter((id) => id.length === 36).map((id) => [id, shortenId(id)] as const);
  const named = await Promise.all([...new Set(dimensions)].map((dimension) => READ[dimension]?.(ctx) ?? []));
  return Object.fromEntries([...short, ...named.flat()]);
}
