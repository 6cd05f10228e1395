import { createTeam } from "@/lib/accounts/teams";
import { approve } from "@/lib/approvals/approve";
import { askMandate } from "@/lib/approvals/ask-mandate";
import { NewMandate } from "@/lib/approvals/schema";
import { createBudget } from "@/lib/budgets/create-budget";
import { type Context, systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import type { Chance } from "@/prisma/seed/random";

/** Work of this team has a hard budget, which no authorization may cross. */
const TEAM = "capped";
const LIMIT = "12";

/** What some of an account's work is limited by, as a request names it. Its captures stay within their holds. */
export class Limits {
  private readonly mandates = new Map<string, string>();

  /** A hard budget and a mandate for an account, both of which fill up while the run goes on. */
  async set(accountId: string): Promise<void> {
    const ctx = systemContext(accountId, "chaos");
    await createTeam(ctx, { name: TEAM, slug: TEAM });
    await createBudget(ctx, {
      name: TEAM,
      scope: "team",
      scope_value: TEAM,
      period: "total",
      mode: "hard",
      limit: LIMIT,
    });
    const lasts = 30 * 86_400;
    const mandate = await askMandate(ctx, NewMandate.parse({ title: "Agent", limit: LIMIT, lasts }), null);
    await approve(asPerson(ctx), mandate);
    this.mandates.set(accountId, mandate.id);
  }

  /** The budget's team or the mandate for some of the work, as often as `share` says; nothing for the rest. */
  of(accountId: string, chance: Chance, share: number): { team?: string; mandate?: string } {
    if (chance.next() >= share) return {};
    return chance.next() < 0.5 ? { team: TEAM } : { mandate: this.mandates.get(accountId) };
  }
}

/** Only people approve. */
function asPerson(ctx: Context): Context {
  const person = { userId: newId(), email: "owner@example.com", name: "Owner", role: "owner" } as const;
  return { ...ctx, actor: { kind: "member", ...person, sessionId: newId() } };
}
