import type { Context } from "@/lib/values/context";
import { csvOf } from "@/lib/values/csv-cell";
import { listMembers } from "./members";

/** The people of an account as CSV, in the order of their list. @throws Refusal `forbidden` */
export async function exportMembers(ctx: Context): Promise<string> {
  const members = await listMembers(ctx);
  return csvOf(
    ["name", "email", "role", "teams", "joined_at", "id"],
    members.map(({ userId: id, name, email, role, teams, joinedAt }) => ({
      ...{ id, name, email, role },
      teams: teams.map((team) => team.name),
      joined_at: joinedAt,
    })),
  );
}
