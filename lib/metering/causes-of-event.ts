import { readInAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { GATEWAY_EVENT } from "./rules/gateway-names";

/** A call of the gateway as its charge shows it. */
export interface GatewayCallView {
  id: string;
  provider: string;
  generation_id: string | null;
  stream: boolean;
  started_at: string;
  ended_at: string | null;
  /** completed, client_aborted, provider_error, timeout, abandoned … */
  outcome: string;
}

/** The call of the gateway that an event metered: such events are named after their calls. */
export async function readGatewayCall(ctx: Context, eventId: string): Promise<GatewayCallView | null> {
  const id = eventId.startsWith(GATEWAY_EVENT) ? eventId.slice(GATEWAY_EVENT.length) : "";
  if (!isUuid(id)) return null;
  const [call] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{
      provider: string;
      generation_id: string;
      stream: boolean;
      started_at: Date;
      ended_at: Date | null;
      outcome: string;
    }>(
      "SELECT provider, generation_id, stream, started_at, ended_at, outcome FROM gateway_calls WHERE account_id = $1 AND id = $2",
      [ctx.accountId, id],
    ),
  );
  if (!call) return null;
  const { generation_id, started_at, ended_at } = call;
  return {
    ...call,
    id,
    generation_id: generation_id || null,
    started_at: started_at.toISOString(),
    ended_at: ended_at?.toISOString() ?? null,
  };
}

/** The mandate that an event carries, in words. */
export async function readMandateTitle(
  ctx: Context,
  id: string,
): Promise<{ id: string; title: string; approved_by: string } | null> {
  if (!isUuid(id)) return null;
  const [mandate] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ title: string; decided_by: string | null }>(
      "SELECT title, decided_by FROM approvals WHERE account_id = $1 AND id = $2 AND kind = 'mandate'",
      [ctx.accountId, id],
    ),
  );
  return mandate ? { id, title: mandate.title, approved_by: mandate.decided_by ?? "" } : null;
}
