import { inAccount, sqlOf } from "@/lib/db/transaction";
import type { GatewayCall, Outcome, Progress } from "./call";

/** Writes a call down before it is sent. @returns false when there is one under this hold already */
export async function insertCall(call: GatewayCall): Promise<boolean> {
  const { ctx, id, operation, provider, model, byok, stream, dimensions, startedAt } = call;
  const keyId = ctx.actor.kind === "key" ? ctx.actor.keyId : "";
  const rows = await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query(INSERT, [
      ...[ctx.accountId, id, operation, provider, model, keyId, byok, stream],
      JSON.stringify(dimensions),
      startedAt,
    ]),
  );
  return rows.length > 0;
}

const INSERT = `INSERT INTO gateway_calls (account_id, id, hold_id, operation, provider, model, key_id, byok, stream, dimensions, started_at, beat_at)
VALUES ($1::uuid, $2::uuid, $2::uuid, $3, $4, $5, $6, $7::boolean, $8::boolean, $9::jsonb, $10::timestamptz, now())
ON CONFLICT (account_id, id) DO NOTHING RETURNING id`;

/** Notes that a call runs, and how far it is. @returns false when somebody has ended it */
export async function noteProgress({ ctx, id }: GatewayCall, progress: Progress): Promise<boolean> {
  const { generationId, inputTokens, outputTokens } = progress;
  const rows = await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query(
      `UPDATE gateway_calls SET beat_at = now(), generation_id = $3, input_tokens = $4::bigint, output_tokens = $5::bigint
       WHERE account_id = $1::uuid AND id = $2::uuid AND status = 'running' RETURNING id`,
      [ctx.accountId, id, generationId, inputTokens, outputTokens],
    ),
  );
  return rows.length > 0;
}

/** How a call is written down in the end. */
interface Ending extends Progress {
  outcome: Outcome;
  /** Null when nothing was charged. */
  eventId: string | null;
}

/** Ends a call's row. Whoever comes second changes nothing. */
export async function endCall({ ctx, id }: GatewayCall, ending: Ending): Promise<void> {
  const { generationId, inputTokens, outputTokens, outcome, eventId } = ending;
  await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query(
      `UPDATE gateway_calls SET status = $7::gateway_call_status, ended_at = now(), outcome = $6, event_id = $8,
         generation_id = CASE WHEN $3 = '' THEN generation_id ELSE $3 END, input_tokens = $4::bigint, output_tokens = $5::bigint
       WHERE account_id = $1::uuid AND id = $2::uuid AND status = 'running' RETURNING id`,
      [
        ...[ctx.accountId, id, generationId, inputTokens, outputTokens, outcome],
        eventId === null ? "failed" : "settled",
        eventId,
      ],
    ),
  );
}
